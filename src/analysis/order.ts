import type { RunSite } from '../forms/form.js';
import type { Module } from '../python/module.js';
import { descendants, field, type Node, statementOf } from '../python/node.js';
import { contains } from '../text.js';
import { failuresIn, failuresOfAwaited, failuresOfNamed } from './failures.js';
import { spellPlace } from './places.js';
import { reachableFrom } from './reach.js';

/**
 * Why a site may not become a task that nobody waits for (rule 55, behaviour of the `portable` target): something needs its
 * value, its order, or the way the program ends. `undefined` where nothing does.
 *
 *     asyncio.run(main())            the last statement: nothing behind it
 *     print("done")                  comes behind the site, and would come first
 *
 * @returns What needs it, as the end of a sentence.
 */
export function findDependence(site: RunSite, module: Module): string | undefined {
  if (site.usage !== 'statement') return 'its value is used';
  const { kind, comprehensions } = site.standing;
  if ((kind !== 'module' && kind !== 'main-guard') || comprehensions.length > 0) return 'it stands in a function';
  const statement = statementOf(site.node);
  if (statement.children[0] !== site.node || statement.children.length !== 1) return 'its value is used';
  return (
    findAround(statement, site, module) ??
    findBehind(statement, site, module) ??
    findDisplay(statement, site, module) ??
    findEnd(site.coroutine ?? site.node, module) ??
    findError(site, module)
  );
}

/** The coroutine says that it raises: a task would tell nobody but the loop's handler, and the program would go on. */
function findError({ coroutine }: RunSite, module: Module): string | undefined {
  const [failure] =
    coroutine === undefined ? [] : [...failuresOfAwaited(coroutine, module), ...failuresOfNamed(coroutine, module)];
  return failure && `what line ${spellPlace(failure.at, module)} raises ends the program`;
}

/** Statements around it that act when it ends: a loop that repeats it, a `try` that catches, a `with` that closes. */
function findAround(statement: Node, site: RunSite, module: Module): string | undefined {
  for (let at = statement.parent; at !== undefined; at = at.parent) {
    // the guard that is taken away with the site
    if (contains(site.extent, at)) continue;
    switch (at.type) {
      case 'module':
      case 'block':
      case 'if_statement':
      case 'else_clause':
      case 'elif_clause':
        continue;
      case 'for_statement':
      case 'while_statement':
        return 'it is repeated';
      default:
        return `\`${/^\w+/.exec(module.text(at))?.[0] ?? at.type}\` stands around it`;
    }
  }
  return undefined;
}

/** The first statement that runs after it, at any level, in this cell or a later one. */
function findBehind(statement: Node, site: RunSite, module: Module): string | undefined {
  for (let at: Node | undefined = statement; at !== undefined; at = at.parent) {
    const isBlock = at.parent?.type === 'block' || at.parent?.type === 'module';
    if (!isBlock) continue;
    const end = contains(site.extent, at) ? Math.max(at.end, isArmOf(at, site) ? at.end : site.extent.end) : at.end;
    const next = at.parent?.children.find(
      (child) => child.start >= end && !isQuiet(child, module) && !goesWith(child, site),
    );
    if (next !== undefined) return lineOf(next, module);
  }
  const last = Math.max(statement.end, site.extent.end);
  const later = module.roots.filter((root) => root.start >= last).flatMap((root) => root.children);
  const next = later.find((child) => !isQuiet(child, module) && !goesWith(child, site));
  return next === undefined ? undefined : lineOf(next, module);
}

/** Inside of the guard: what follows in the same arm stays, and counts. */
function isArmOf(node: Node, site: RunSite): boolean {
  return node.parent !== undefined && contains(site.extent, node.parent) && node.parent.type === 'block';
}

/** `loop.close()` behind the site goes with it. */
function goesWith(node: Node, site: RunSite): boolean {
  return site.scaffolding.includes(node) || (site.prunes?.includes(node) ?? false);
}

function lineOf(node: Node, module: Module): string {
  const { line, cell } = module.document.locate(node.start);
  return cell === undefined ? `line ${line} comes behind it` : `line ${line} of cell ${cell} comes behind it`;
}

/** What may stand behind the site without being noticed: comments, `pass`, a plain def that defines nothing anew. */
function isQuiet(node: Node, module: Module): boolean {
  if (node.type === 'comment' || node.type === 'pass_statement') return true;
  if (node.type === 'function_definition') {
    const name = field(node, 'name');
    return name !== undefined && module.scopes.bindingOf(name)?.definitions.length === 1;
  }
  return node.type === 'expression_statement' && node.children[0]?.type === 'string';
}

/** The last expression of a cell is shown, unless it is None. */
function findDisplay(statement: Node, site: RunSite, module: Module): string | undefined {
  if (!module.document.interactive || statement.parent?.type !== 'module') return undefined;
  if (site.form === 'guard' || returnsNothing(site, module)) return undefined;
  return 'the cell shows its value';
}

/** A call of an `async def` of this file that never returns a value. */
function returnsNothing(site: RunSite, module: Module): boolean {
  const callee = site.coroutine?.type === 'call' ? field(site.coroutine, 'function') : undefined;
  const definitions = callee?.type === 'identifier' ? (module.scopes.bindingOf(callee)?.definitions ?? []) : [];
  const [definition] = definitions;
  if (definitions.length !== 1 || definition?.statement.type !== 'function_definition') return false;
  return ![...descendants(definition.statement)].some(
    (node) => node.type === 'return_statement' && node.children.length > 0,
  );
}

const EXITS = /^(?:sys\.exit|os\._exit|builtins\.(?:exit|quit)|atexit\.register)$/;

/** Whether statements that are to be run as one say that they raise, or end the program. */
export function endsByThem(statements: readonly Node[], module: Module): boolean {
  return statements.some(
    (statement) => findEnd(statement, module) !== undefined || failuresIn(statement, module).length > 0,
  );
}

/** How the program ends by what a piece of code does, or what it does when it ends. */
function findEnd(root: Node, module: Module): string | undefined {
  const reached = [root, ...reachableFrom(root, module)];
  for (const node of module.find('call')) {
    const name = module.resolve(field(node, 'function') as Node) ?? '';
    if (!EXITS.test(name)) continue;
    if (name === 'atexit.register' || reached.some((each) => contains(each, node)))
      return `\`${name.replace('builtins.', '')}\` ends the program`;
  }
  const raises = [...module.find('raise_statement')].some((node) => /\bSystemExit\b/.test(module.text(node)));
  return raises ? '`SystemExit` ends the program' : undefined;
}
