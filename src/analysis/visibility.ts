import type { Call } from '../python/call.js';
import { areRelated, findClass } from '../python/classes.js';
import { findOwnModule } from '../python/dynamic.js';
import type { NamedFunction } from '../python/functions.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { findCalled, receiverOf } from '../python/receivers.js';
import { findDoctest } from '../python/text-uses.js';
import type { Range } from '../text.js';
import type { Obstacle } from './promotion.js';

/** Who may reach a function without the text showing it: other modules, broken cells, names made at run time (rule 59). */
export function findVisibilityObstacle(found: NamedFunction, module: Module): Obstacle | undefined {
  const { name } = found;
  const [definition] = found.definitions as [Node];
  const exported = findExport(found, module);
  if (exported !== undefined) return { code: 'LS417', name, at: exported };
  const hidden = findHiddenMention(name, module);
  if (hidden !== undefined) return { code: 'LS416', name, at: hidden };
  const dynamic = findDynamicUse(found, module);
  if (dynamic !== undefined) return { code: 'LS421', name, at: dynamic, detail: `${module.text(dynamic)}()` };
  const own = found.owner === undefined ? findOwnModule(module, name) : undefined;
  if (own !== undefined) return { code: 'LS421', name, at: own, detail: module.text(own) };
  const handed = found.owner === undefined ? undefined : findHandedAway(found.owner, module);
  if (handed !== undefined) return { code: 'LS427', name, at: handed, detail: module.text(handed) };
  if (
    module.document.format === 'python' &&
    isOpen(found, definition, module) &&
    found.uses.every((use) => isOwn(use.node, found))
  ) {
    return { code: 'LS426', name, at: definition };
  }
  return undefined;
}

/** Other modules may import it: a function at module level, a method of any class. */
function isOpen(found: NamedFunction, definition: Node, module: Module): boolean {
  return (
    found.owner !== undefined ||
    module.standing(definition).kind === 'module' ||
    module.standing(definition).kind === 'main-guard'
  );
}

/** `def fact(n): … fact(n - 1)`: a call of its own is no caller. */
function isOwn(node: Node, found: NamedFunction): boolean {
  return found.definitions.some((definition) => definition.start <= node.start && node.end <= definition.end);
}

/** `__all__ = ['fetch']`, `__all__ += ['Scraper']`. */
function findExport(found: NamedFunction, module: Module): Node | undefined {
  const [definition] = found.definitions;
  const name = found.owner === undefined ? found.name : module.text(field(found.owner, 'name') as Node);
  const top = found.owner ?? definition;
  if (top === undefined || !/^(?:module|main-guard)$/.test(module.standing(top).kind)) return undefined;
  const binding = module.scopes.moduleScope.bindings.get('__all__');
  const places = [
    ...(binding?.definitions ?? []).map((each) => each.statement),
    ...(binding?.references ?? []).flatMap((read) => read.parent?.parent ?? []),
  ];
  return places.find((place) => new RegExp(`(["'])${name}\\1`).test(module.text(place)));
}

/** A cell that does not parse, an example in a docstring, or a magic's own text, names it. */
function findHiddenMention(name: string, module: Module): Range | undefined {
  const { code } = module.document;
  const word = new RegExp(`\\b${name}\\b`);
  const broken = module.faults.find((fault) => word.test(code.slice(fault.cell.start, fault.cell.end)));
  if (broken !== undefined) return broken.cell;
  // >>> fetch(1)   it would show a coroutine
  const example = findDoctest(name, module);
  if (example !== undefined) return example;
  return module.document.magics.find((magic) => {
    // a foreign cell (%%bash), a help line: not run in this namespace
    if (magic.kind === 'help' || (magic.kind === 'cell' && magic.body === undefined)) return false;
    const own =
      magic.body === undefined ? code.slice(magic.start, magic.end) : code.slice(magic.start, magic.body.start);
    return magic.kind === 'shell' ? new RegExp(`[{$][^}]*\\b${name}\\b`).test(own) : word.test(own);
  });
}

/** What runs or replaces code by its name: the argument that says which, `undefined` for all of them. */
const BY_TEXT: readonly (readonly [finder: string, argument: number | undefined])[] = [
  ['builtins.eval', 0],
  ['builtins.exec', 0],
  ['timeit.timeit', 0],
  ['timeit.repeat', 0],
  ['timeit.Timer', 0],
  ['cProfile.run', 0],
  ['profile.run', 0],
  ['pdb.run', 0],
  ['unittest.mock.patch', undefined],
  ['unittest.mock.patch.object', undefined],
];
const FINDS_FUNCTIONS: typeof BY_TEXT = [
  ...BY_TEXT,
  ['builtins.globals', undefined],
  ['builtins.locals', undefined],
  ['builtins.vars', undefined],
];
const FINDS_METHODS: typeof BY_TEXT = [
  ...BY_TEXT,
  ['builtins.getattr', 1],
  ['builtins.setattr', 1],
  ['operator.methodcaller', 0],
  ['operator.attrgetter', 0],
];

/** `globals()[name]`, `getattr(obj, name)`, `eval(text)`; a literal that names something else is harmless. */
function findDynamicUse(found: NamedFunction, module: Module): Node | undefined {
  const word = new RegExp(`\\b${found.name}\\b`);
  for (const [finder, position] of found.owner === undefined ? FINDS_FUNCTIONS : FINDS_METHODS) {
    for (const { node, function: callee, args } of module.calls(finder)) {
      const keys = /globals|locals|vars/.test(finder)
        ? findKeys(node, args)
        : position === undefined
          ? literals(args)
          : [args[position]];
      for (const key of keys) {
        const literal = key?.type === 'string' && !/^[rbu]*f/i.test(module.text(key));
        if (!literal || word.test(module.text(key))) return callee;
      }
    }
  }
  return RUNS_CELLS.flatMap((method) => module.methodCalls(method)).find(({ args }) =>
    args.some((text) => text.type !== 'string' || word.test(module.text(text))),
  )?.function;
}

/** `get_ipython().run_cell("fetch(1)")`, `….run_line_magic("time", "fetch(1)")`. */
const RUNS_CELLS = ['run_cell', 'run_line_magic', 'run_cell_magic'];

function literals(args: readonly Node[]): readonly Node[] {
  return args.filter((each) => each.type === 'string');
}

/** The name that is asked for: `globals()['x']`, `globals().get('x')`; none where nothing is called. */
function findKeys(call: Node, args: readonly Node[]): readonly (Node | undefined)[] {
  const { parent } = call;
  // vars(arguments); 'x' in globals(); '…'.format(**locals())
  if (args.length > 0 || parent?.type === 'comparison_operator' || parent?.type === 'dictionary_splat') return [];
  if (parent?.type === 'subscript' && call.field === 'value') return [field(parent, 'subscript')];
  if (parent?.type === 'attribute' && parent.parent?.type === 'call')
    return [field(parent.parent, 'arguments')?.children[0]];
  return [undefined];
}

/** Calls that only look at what they are given, or keep it. */
const ONLOOKERS =
  /^(?:builtins\.(?:print|repr|str|len|isinstance|issubclass|type|id|hash|bool|list|tuple|set|dict|enumerate|zip|sorted|reversed|vars|dir|callable|hasattr|getattr|setattr|format|display|super|any|all)|IPython\.(?:core\.)?display\.\w+|copy\.\w+|pickle\.(?:dumps|loads)|json\.(?:dumps|loads)|dataclasses\.\w+|pprint\.\w+|weakref\.\w+|typing\.cast)$/;
const KEEPERS =
  /^(?:append|add|extend|insert|put|put_nowait|setdefault|update|remove|discard|debug|info|warning|error|exception|critical|write|writelines)$/;

/** The call or statement that gives an instance of the class to code of others: `server.register(scraper)`. */
function findHandedAway(owner: Node, module: Module): Node | undefined {
  const known = handedAway.get(owner) ?? { at: findPlaceHandedAway(owner, module) };
  handedAway.set(owner, known);
  return known.at;
}

/** By class: asked for each of its methods. */
const handedAway = new WeakMap<Node, { readonly at: Node | undefined }>();

function findPlaceHandedAway(owner: Node, module: Module): Node | undefined {
  const isOurs = (node: Node): boolean => {
    const receiver = receiverOf(node, module);
    return receiver.kind === 'instance' && areRelated(receiver.definition, owner, module);
  };
  for (const node of module.find('call')) {
    const call = module.call(node);
    if (isHarmlessCall(call, module) || findClass(call.function, module) !== undefined) continue;
    const given = [...call.args, ...call.keywords.values()];
    if (given.some((each) => CAN_HOLD.has(each.type) && isOurs(each)) && findCalled(node, module) === undefined)
      return call.function;
  }
  for (const node of module.find('assignment')) {
    const [left, right] = [field(node, 'left'), field(node, 'right')];
    if (left?.type !== 'attribute' || right === undefined || !CAN_HOLD.has(right.type)) continue;
    // sys.stdout = Tee()
    if (receiverOf(field(left, 'object') as Node, module).kind === 'foreign' && isOurs(right)) return left;
  }
  return undefined;
}

const CAN_HOLD = new Set(['identifier', 'call', 'attribute', 'parenthesized_expression']);

function isHarmlessCall({ function: callee, keywords }: Call, module: Module): boolean {
  // print(text, file=tee)
  if (keywords.has('file') || keywords.has('stream')) return false;
  if (callee.type === 'attribute' && KEEPERS.test(module.text(field(callee, 'attribute') as Node))) return true;
  const name = module.resolve(callee);
  return name !== undefined && ONLOOKERS.test(name);
}
