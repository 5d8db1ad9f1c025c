import { contains } from '../text.js';
import type { Module } from './module.js';
import { ancestors, field, type Node } from './node.js';
import { enclosingFunction } from './standing.js';

/**
 * A place where names are reached by something other than an identifier, so that code cannot move into a function without
 * being looked at by a person (semantics.md §6.17-§6.20, rule 49). `undefined` where there is none that could matter.
 *
 *     globals()["x"] = 5                    anywhere: functions see the module's names too
 *     exec("z = 1"), eval(text)             anywhere
 *     locals(), vars(), dir()               in the moved statements themselves
 *     import __main__, sys.modules[...]
 *
 * @param moved the statements that would move
 * @param bound the names they bind: `globals()["other"]` touches none of them
 */
export function findDynamicAccess(
  module: Module,
  moved: readonly Node[],
  bound: ReadonlySet<string>,
): Node | undefined {
  for (const node of module.find('call')) {
    const name = module.meaning(field(node, 'function') as Node).name;
    const { args, keywords } = module.call(node);
    switch (name) {
      case 'builtins.globals':
        if (!isHarmlessLookup(node, module, bound)) return node;
        break;
      case 'builtins.exec':
      case 'builtins.eval':
        if (args.length < 2 && keywords.size === 0) return node;
        break;
      case 'builtins.locals':
      case 'builtins.vars':
      case 'builtins.dir':
        if (args.length === 0 && enclosingFunction(node) === undefined && moved.some((it) => contains(it, node)))
          return node;
        break;
      case undefined:
        break;
      default:
        if (name === 'sys._getframe' || name === 'inspect.currentframe') return node;
    }
  }
  return findOwnModule(module);
}

/**
 * Where the file gets at its own names by way of the module it stands in.
 *
 *     import __main__
 *     from __main__ import fetch          counts for `fetch`
 *     sys.modules[__name__], sys.modules.get(name)
 *     "ipykernel" in sys.modules          does not count, nor does `sys.modules["os"]`
 *
 * @param name what has to be in reach; any name of the module where it is left out
 */
export function findOwnModule(module: Module, name?: string): Node | undefined {
  const known = ownModules.get(module) ?? lookForOwnModule(module);
  ownModules.set(module, known);
  if (known.anyName !== undefined) return known.anyName;
  return known.imports.find(
    ({ of }) => of === '__main__' || (name === undefined ? of.startsWith('__main__.') : of === `__main__.${name}`),
  )?.node;
}

/** Asked for every function, and the same for all of them. */
interface OwnModule {
  /** Gives every name of the module. */
  readonly anyName: Node | undefined;
  /** `import __main__`, `from __main__ import fetch` */
  readonly imports: readonly { readonly node: Node; readonly of: string }[];
}

const ownModules = new WeakMap<Module, OwnModule>();

function lookForOwnModule(module: Module): OwnModule {
  const imports: { node: Node; of: string }[] = [];
  for (const node of module.find('attribute')) {
    if (module.resolve(node) === 'sys.modules' && !namesAnother(node, module)) return { anyName: node, imports };
  }
  for (const { node, args } of module.calls('importlib.import_module')) {
    const [named] = args;
    if (named !== undefined && /^(?:__name__|["']__main__["'])$/.test(module.text(named)))
      return { anyName: node, imports };
  }
  for (const scope of module.scopes.scopes) {
    for (const binding of scope.bindings.values()) {
      for (const { node, qualifiedName: of } of binding.definitions) {
        if (of !== undefined && /^__main__(?:\.|$)/.test(of)) imports.push({ node, of });
      }
    }
  }
  return { anyName: undefined, imports };
}

/** `"google.colab" in sys.modules`, `sys.modules["os"]`: a module that is spelled out, and is not this one. */
function namesAnother(modules: Node, module: Module): boolean {
  const key = keyOf(modules, module);
  return key?.type === 'string' && /^(["'])(?!__main__\1)[\w.]+\1$/.test(module.text(key));
}

/** `"x" in globals()`, `globals()["x"]`, `globals().get("x")` of a name that stays where it is. */
function isHarmlessLookup(call: Node, module: Module, bound: ReadonlySet<string>): boolean {
  const key = keyOf(call, module);
  const literal = key?.type === 'string' ? /^[rRuU]?(["'])(\w+)\1$/.exec(module.text(key))?.[2] : undefined;
  return literal !== undefined && !bound.has(literal);
}

function keyOf(call: Node, module: Module): Node | undefined {
  const { parent } = call;
  if (parent?.type === 'subscript') return field(parent, 'subscript');
  if (parent?.type === 'comparison_operator' && /\bin$/.test(parent.operator ?? '')) return parent.children[0];
  if (parent?.type !== 'attribute' || parent.parent?.type !== 'call') return undefined;
  if (module.text(field(parent, 'attribute') as Node) !== 'get') return undefined;
  for (const up of ancestors(parent)) if (up.type === 'call') return module.call(up).args[0];
  return undefined;
}
