import type { RunSite } from '../forms/form.js';
import type { Call } from '../python/call.js';
import type { Module } from '../python/module.js';
import { ancestors, field, type Node, statementOf } from '../python/node.js';
import { enclosingFunction } from '../python/standing.js';
import { isStandardLibrary } from '../python/stdlib.js';
import { contains } from '../text.js';
import type { Facts } from './facts.js';
import { findImportedRoots, holdsLoop, makesLoops } from './library-loops.js';
import { isWindowsTest } from './platforms.js';
import { reachableFrom } from './reach.js';

/** What a policy that goes leaves to be done, or why it stays. */
export type PolicyVerdict =
  | { readonly kind: 'stays'; readonly why: string }
  | {
      readonly kind: 'goes';
      /** The statement that sets it, with the test of the platform around it. */
      readonly statement: Node;
      /** What makes its loops; absent where it is the one that holds anyway. */
      readonly factory: string | undefined;
      /** `asyncio.run(…)`, `asyncio.Runner(…)`: all that make a loop in this file. */
      readonly runs: readonly Call[];
      /** Who else may make a loop under it, where the file does not say that nobody does. */
      readonly doubt: string | undefined;
    };

/** What makes the loops of a policy. */
const FACTORIES: ReadonlyMap<string, string> = new Map([
  ['uvloop.EventLoopPolicy', 'uvloop.new_event_loop'],
  ['uvloop.install', 'uvloop.new_event_loop'],
  ['winloop.EventLoopPolicy', 'winloop.new_event_loop'],
  ['winloop.install', 'winloop.new_event_loop'],
  ['asyncio.WindowsSelectorEventLoopPolicy', 'asyncio.SelectorEventLoop'],
  ['asyncio.WindowsProactorEventLoopPolicy', 'asyncio.ProactorEventLoop'],
]);

const SETTERS = ['asyncio.set_event_loop_policy', 'uvloop.install', 'winloop.install'];

/** What makes a loop for a run, and can be told which. */
const RUNS = ['asyncio.run', 'asyncio.runners.run', 'asyncio.Runner'];

/** Functions that ask the policy for something: whoever calls them may want this one. */
const ASKING = ['new_event_loop', 'get_event_loop_policy', 'get_child_watcher', 'set_child_watcher'].map(
  (name) => `asyncio.${name}`,
);

/** Sites that have no use for a policy: they name their loop, or run on one that is there. */
const INDEPENDENT: readonly RunSite['form'][] = ['await', 'trio', 'uvloop', 'run-coroutine-threadsafe'];

/** Where a file sets an event loop policy: `asyncio.set_event_loop_policy(…)`, `uvloop.install()`. */
export function findPolicyCalls(module: Module): readonly Call[] {
  return SETTERS.flatMap((name) => module.calls(name)).sort((a, b) => a.node.start - b.node.start);
}

/**
 * Whether a policy is for the runs of this file and nothing else, so that `loop_factory=` says the same (Python 3.12): it is the
 * only one, it is set in front of every run whatever happens, and nothing else in the file asks it for a loop.
 *
 *     asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
 *     if sys.platform == "win32": asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())
 *
 * The second is `asyncio.SelectorEventLoop` for every platform: elsewhere asyncio has no other.
 */
export function judgePolicy(call: Call, facts: Facts): PolicyVerdict {
  const { module, sites } = facts;
  const stays = (why: string): PolicyVerdict => ({ kind: 'stays', why });
  if (module.faults.length > 0) return stays('a part of the file cannot be read');
  const others = findPolicyCalls(module);
  if (others.length > 1) return stays(`the file sets ${others.length} of them`);
  const own = statementOf(call.node);
  if (call.node.parent?.type !== 'expression_statement') return stays('what comes of the call is read');
  const test = findPlatformTest(own, module);
  const factory = findFactoryOf(call, test !== undefined, module);
  if (factory === undefined) return stays('what makes its loops is not known');
  const place = (node: Node) => placeOf(node, module);
  const site = sites.find((each) => !isPlainRun(each) && !INDEPENDENT.includes(each.form));
  if (site !== undefined) return stays(`${place(site.node)} makes a loop that cannot be told so`);
  const runs = RUNS.flatMap((name) => module.calls(name)).sort((a, b) => a.node.start - b.node.start);
  if (runs.length === 0) return stays('the file runs nothing itself');
  const told = runs.find((each) => each.unpacks || each.keywords.has('loop_factory'));
  if (told !== undefined) return stays(`the arguments of the run in ${place(told.node)} are in the way`);
  const asked = findAsked(module);
  if (asked !== undefined) return stays(`${place(asked)} asks for a loop, or for the policy`);
  const statement = test ?? own;
  const early = findEarly(statement, runs, module);
  if (early !== undefined) return stays(`it may not be set when the run in ${place(early)} begins`);
  return {
    kind: 'goes',
    statement,
    factory: factory.name,
    runs,
    doubt: findDoubt(statement, factory.name, runs, facts),
  };
}

/** `asyncio.run(main())` and `asyncio.Runner()`; not where they are handed on, or may be something else. */
function isPlainRun({ form, refusal, obstacle }: RunSite): boolean {
  return (form === 'run' || form === 'runner') && refusal === undefined && obstacle === undefined;
}

/** The `if sys.platform == "win32":` around a statement, where nothing else is in it. */
function findPlatformTest(statement: Node, module: Module): Node | undefined {
  const block = statement.parent;
  const test = block?.type === 'block' && block.field === 'consequence' ? block.parent : undefined;
  if (test?.type !== 'if_statement' || !isWindowsTest(field(test, 'condition') as Node, module)) return undefined;
  const isAlone = block?.children.every((child) => child === statement || child.type === 'comment') ?? false;
  return isAlone && field(test, 'alternative') === undefined ? test : undefined;
}

function findFactoryOf(
  call: Call,
  onWindows: boolean,
  module: Module,
): { readonly name: string | undefined } | undefined {
  const setter = module.resolve(call.function) ?? '';
  if (call.unpacks || call.keywords.size > 0) return undefined;
  const [policy] = call.args;
  if (setter !== 'asyncio.set_event_loop_policy')
    return call.args.length === 0 && !onWindows ? named(setter) : undefined;
  if (policy === undefined || call.args.length > 1) return undefined;
  if (policy.type === 'none') return { name: undefined };
  if (policy.type !== 'call') return undefined;
  const made = module.call(policy);
  const kind = module.resolve(made.function) ?? '';
  if (made.args.length > 0 || made.keywords.size > 0 || made.unpacks) return undefined;
  if (kind === 'asyncio.DefaultEventLoopPolicy') return { name: undefined };
  // What is for Windows alone there, has to do everywhere once the test is gone.
  if (onWindows && kind === 'asyncio.WindowsProactorEventLoopPolicy') return { name: undefined };
  return onWindows && kind !== 'asyncio.WindowsSelectorEventLoopPolicy' ? undefined : named(kind);

  function named(name: string) {
    const found = FACTORIES.get(name);
    return found === undefined ? undefined : { name: found };
  }
}

/** `asyncio.new_event_loop()`; `asyncio.get_event_loop()` where no loop is known to run. */
function findAsked(module: Module): Node | undefined {
  const inSync = module
    .calls('asyncio.get_event_loop')
    .filter(({ node }) => module.standing(node).kind !== 'async-function');
  return [...ASKING.flatMap((name) => module.calls(name)), ...inSync][0]?.node;
}

/** The first run that may begin before the statement sets the policy. */
function findEarly(statement: Node, runs: readonly Call[], module: Module): Node | undefined {
  const owner = enclosingFunction(statement);
  const block = blockOf(statement);
  const isOutermost = block.type === 'module' || (owner === undefined && isMainBlock(block, module));
  const homes = runs.map(({ node }) => ({ node, home: enclosingFunction(node) }));
  for (const { node, home } of homes) {
    const isBehind = node.start > statement.start;
    const isOnTheWay = block.type === 'module' ? home === undefined : contains(block, node) && home === owner;
    if (isBehind && isOnTheWay) continue;
    if (home === undefined || !isOutermost) return node;
  }
  // def go(): asyncio.run(main())   called in front of it
  const before = leadingUpTo(statement, module);
  const called = new Set(before.flatMap((each) => [...reachableFrom(each, module)]));
  return homes.find(({ home }) => home !== undefined && home !== owner && called.has(home))?.node;
}

/** What has run, besides definitions and imports, when a statement of the top level is reached. */
function leadingUpTo(statement: Node, module: Module): readonly Node[] {
  const found: Node[] = [];
  const blocks = [blockOf(statement), ...module.roots.filter((root) => root.start <= statement.start)];
  for (const block of new Set(blocks)) {
    for (const child of block.children) {
      if (child.end <= statement.start && !/_definition$|^import_|^comment$/.test(child.type)) found.push(child);
    }
  }
  return found;
}

/** Who else may make a loop: what is imported, what imports this file, what calls its functions. */
function findDoubt(
  statement: Node,
  factory: string | undefined,
  runs: readonly Call[],
  { module, settings }: Facts,
): string | undefined {
  const [importer] = settings.importedBy;
  if (importer !== undefined) return `\`${importer.path}\`, which imports this file,`;
  const roots = findImportedRoots(module).filter((root) => factory?.startsWith(`${root}.`) !== true);
  const foreign = roots.find((root) =>
    factory === undefined
      ? !isStandardLibrary(root)
      : makesLoops(root) || (holdsLoop(root) && isReadInSync(root, module)),
  );
  if (foreign !== undefined) return `\`${foreign}\``;
  const inFunctions = runs.filter(({ node }) => enclosingFunction(node) !== enclosingFunction(statement));
  const block = blockOf(statement);
  if (inFunctions.length > 0 && isMainBlock(block, module)) return 'whoever imports the functions of this file';
  const reached = new Set(
    module.roots.flatMap((root) => root.children.filter(isRun).flatMap((each) => [...reachableFrom(each, module)])),
  );
  const isLibrary = runs.every(({ node }) => {
    const home = enclosingFunction(node);
    return home !== undefined && !reached.has(home);
  });
  return isLibrary ? 'whoever calls the functions of this file' : undefined;
}

function isRun({ type }: Node): boolean {
  return !/_definition$|^import_|^comment$/.test(type);
}

/** A library that is called where a loop runs, uses that loop. */
function isReadInSync(root: string, module: Module): boolean {
  const bindings = module.scopes.scopes.flatMap((scope) => [...scope.bindings.values()]);
  const imported = bindings.filter(({ definitions }) =>
    definitions.some(({ qualifiedName }) => qualifiedName === root || qualifiedName?.startsWith(`${root}.`)),
  );
  const isStarred = module.scopes.starImports.some((each) =>
    module.text(field(each, 'module_name') ?? each).startsWith(root),
  );
  return (
    isStarred ||
    imported.some(({ references }) => references.some((read) => module.standing(read).kind !== 'async-function'))
  );
}

function blockOf(node: Node): Node {
  return [...ancestors(node)].find((up) => up.type === 'block' || up.type === 'module') ?? node;
}

function isMainBlock(block: Node, module: Module): boolean {
  const [first] = block.children;
  return first !== undefined && module.standing(first).kind === 'main-guard' && block.parent?.parent?.type === 'module';
}

function placeOf(node: Node, { document }: Module): string {
  const { line, cell } = document.locate(node.start);
  return cell === undefined ? `line ${line}` : `line ${line} of cell ${cell}`;
}
