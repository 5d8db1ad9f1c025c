import type { Module } from '../../python/module.js';
import { ancestors, descendants, field, type Node } from '../../python/node.js';
import { contains } from '../../text.js';
import { findDrives } from '../drive.js';

/**
 * Functions of the file that are bridges already, whoever wrote them: they run the coroutine they are given with
 * `asyncio.run` where no loop is running, on a thread where one is, and do nothing else.
 *
 *     def run_sync(coro):
 *         try:
 *             asyncio.get_running_loop()
 *         except RuntimeError:
 *             return asyncio.run(coro)
 *         with ThreadPoolExecutor(1) as pool:
 *             return pool.submit(asyncio.run, coro).result()
 */
export function findBridgeHelpers(module: Module): readonly Node[] {
  const found = known.get(module);
  if (found !== undefined) return found;
  const runs = module.calls('asyncio.run').map((call) => call.node);
  const candidates = module.roots.flatMap((root) =>
    root.children.filter((child) => child.type === 'function_definition' && runs.some((run) => contains(child, run))),
  );
  const helpers = candidates.filter((child) => isBridgeHelper(child, module));
  known.set(module, helpers);
  return helpers;
}

const known = new WeakMap<Module, readonly Node[]>();

export function helperName(helper: Node, module: Module): string {
  return module.text(field(helper, 'name') as Node);
}

function isBridgeHelper(node: Node, module: Module): boolean {
  if (node.type !== 'function_definition' || node.isAsync) return false;
  const parameter = findParameter(node);
  const name = field(node, 'name');
  const body = field(node, 'body');
  if (parameter === undefined || name === undefined || body === undefined) return false;
  // def run_sync(…) twice: which one is called cannot be told
  if (module.scopes.bindingOf(name)?.definitions.length !== 1) return false;
  const reads = module.scopes.bindingOf(parameter)?.references ?? [];
  const drives = findDrives(body, module);
  const driven = drives.filter((drive) => reads.some((read) => read === drive.coroutine));
  const runsHere = driven.some((drive) => drive.kind === 'run');
  const runsOnThread = driven.some((drive) => drive.kind === 'thread');
  if (!runsHere || !runsOnThread || driven.length !== drives.length) return false;
  const isDriven = (read: Node) => driven.some((drive) => drive.coroutine === read);
  if (!reads.every(isDriven) || module.scopes.bindingOf(parameter)?.definitions.length !== 1) return false;
  return [...descendants(body)].every((each) => isPartOfBridge(each, module)) && returnsAlways(body);
}

/** `coro`, `coro: Coroutine[Any, Any, T]`: one parameter, without a default. */
function findParameter(definition: Node): Node | undefined {
  const parameters = field(definition, 'parameters')?.children.filter((child) => child.type !== 'comment') ?? [];
  const [only] = parameters;
  if (only === undefined || parameters.length > 1) return undefined;
  if (only.type === 'identifier') return only;
  const [name] = only.children;
  return only.type === 'typed_parameter' && name?.type === 'identifier' ? name : undefined;
}

const STATEMENTS =
  /^(?:try|if|with|expression|return|raise|pass|nonlocal|import|import_from)_statement$|^function_definition$/;

const CALLS =
  /^(?:asyncio\.(?:run|get_running_loop|_get_running_loop|get_event_loop|new_event_loop|set_event_loop)|contextvars\.copy_context|threading\.Thread|concurrent\.futures\.(?:thread\.)?ThreadPoolExecutor|builtins\.(?:bool|dict|list))$/;

const METHODS =
  /^(?:submit|result|shutdown|start|join|append|pop|get|is_running|run|run_until_complete|close|copy_context)$/;

/** Everything a bridge may hold; a print, a loop or a call of anything else makes it somebody's own function. */
function isPartOfBridge(node: Node, module: Module): boolean {
  if (node.type === 'await' || node.type === 'yield') return false;
  if (/_(?:statement|definition)$/.test(node.type)) return STATEMENTS.test(node.type) && !node.isAsync;
  if (node.type !== 'call') return true;
  const callee = field(node, 'function') as Node;
  const name = module.resolve(callee);
  if (name !== undefined) return CALLS.test(name);
  if (callee.type === 'attribute') return METHODS.test(module.text(field(callee, 'attribute') as Node));
  // runner(): a function of the bridge's own
  const definition = module.scopes.bindingOf(callee)?.definitions[0]?.statement;
  return definition !== undefined && [...ancestors(definition)].includes(field(enclosing(node), 'body') as Node);
}

function enclosing(node: Node): Node {
  return [...ancestors(node)].filter((up) => up.type === 'function_definition').pop() as Node;
}

/** The last statement returns, so that no way through ends in `None`. */
function returnsAlways(body: Node): boolean {
  const last = body.children.filter((child) => child.type !== 'comment').pop();
  if (last === undefined) return false;
  if (last.type === 'return_statement') return last.children.length > 0;
  if (last.type === 'raise_statement') return true;
  if (last.type === 'with_statement') return returnsAlways(field(last, 'body') as Node);
  if (last.type === 'if_statement') {
    const otherwise = last.children.find((child) => child.type === 'else_clause');
    return (
      otherwise !== undefined &&
      [field(last, 'consequence'), field(otherwise, 'body')].every(
        (block) => block !== undefined && returnsAlways(block),
      )
    );
  }
  if (last.type !== 'try_statement') return false;
  const blocks = [...descendants(last)].filter(
    (node) => node.type === 'block' && (node.parent === last || node.parent?.parent === last),
  );
  const otherwise = last.children.some((child) => child.type === 'else_clause');
  return blocks.filter((block) => !(otherwise && block.parent === last)).every(returnsAlways);
}
