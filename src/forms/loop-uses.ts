import { commentsIn, removeArgument, unwrapBlock } from '../edits.js';
import type { Module } from '../python/module.js';
import { ancestors, field, type Node, statementOf } from '../python/node.js';
import type { Binding, Scope } from '../python/scopes.js';
import { enclosingFunction } from '../python/standing.js';
import { addAll, contains, type Edit, indentation, lineBreak, lineEnd, lineStart, type Range } from '../text.js';
import type { LoopWrapper } from './form.js';

/** What a file does with one loop variable besides running coroutines on it. */
export interface LoopUses {
  /** Statements that make, set, ask and close it, and nothing else: they go where the loop goes. */
  readonly scaffolding: readonly Node[];
  /** Edits that take away what is wrapped around other code for its sake: `finally: loop.close()`, `with closing(…):`. */
  readonly around: readonly Edit[];
  readonly wrapper: LoopWrapper | undefined;
  /** Reads of the variable that are neither run sites nor scaffolding. */
  readonly leftovers: readonly Node[];
  readonly isClosed: boolean;
  /** `asyncio.set_event_loop(loop)` is among the scaffolding. */
  readonly isSet: boolean;
  /** The argument of `loop.set_debug(…)`. */
  readonly debug: Node | undefined;
}

/** Sorts every use of a loop variable; asked for each site on it. */
export function inspectUses(binding: Binding, module: Module): LoopUses {
  const uses = known.get(binding) ?? sortUses(binding, module);
  known.set(binding, uses);
  return uses;
}

const known = new WeakMap<Binding, LoopUses>();

function sortUses(binding: Binding, module: Module): LoopUses {
  const statements = new Set<Node>();
  const others: Node[] = [];
  let [isClosed, isSet] = [false, false];
  let debug: Node | undefined;
  for (const { kind, statement } of binding.definitions) {
    if (kind !== 'as') statements.add(statement);
    else isClosed = true;
  }
  for (const read of binding.references) {
    const role = roleOf(read, module);
    if (role === 'leftover') others.push(read);
    if (role === 'leftover' || role === 'run' || role === 'patch') continue;
    statements.add(statementOf(read));
    if (role === 'close') isClosed = true;
    if (role === 'set') isSet = true;
    if (role === 'debug') debug = field(read.parent?.parent, 'arguments')?.children[0];
  }
  for (const statement of findSetters(binding.scope, module)) statements.add(statement);
  grow(statements, module);
  const wholes = [...statements].filter((statement) => !isWithin(statement, statements));
  const { around, covered, wrapper } = unwrap(binding, wholes, module);
  const leftovers = others.filter((read) => !wholes.some((statement) => contains(statement, read)));
  const scaffolding = wholes.filter((statement) => !covered.some((range) => contains(range, statement)));
  return {
    scaffolding: scaffolding.sort((a, b) => a.start - b.start),
    around,
    wrapper,
    leftovers,
    isClosed,
    isSet,
    debug,
  };
}

type Role = 'run' | 'patch' | 'set' | 'close' | 'shutdown' | 'stop' | 'debug' | 'leftover';

/** What one read of a loop variable is for. */
export function roleOf(read: Node, module: Module): Role {
  const { parent } = read;
  const statement = statementOf(read);
  const alone =
    statement.type === 'expression_statement' && statement.children.length === 1 ? statement.children[0] : undefined;
  const list = parent?.type === 'keyword_argument' ? parent.parent : parent;
  if (list?.type === 'argument_list' && alone !== undefined && alone === list.parent) {
    const name = module.resolve(field(alone, 'function') as Node);
    // nest_asyncio.apply(loop): whether it stays is asked later, and it can do without the argument
    if (/^nest_asyncio2?\.apply$/.test(name ?? '')) return 'patch';
    if (list !== parent) return 'leftover';
    // asyncio.set_event_loop(loop)
    return name === 'asyncio.set_event_loop' ? 'set' : 'leftover';
  }
  const call = parent?.parent;
  if (parent?.type !== 'attribute' || read.field !== 'object' || call?.type !== 'call' || parent.field !== 'function')
    return 'leftover';
  const method = module.text(field(parent, 'attribute') as Node);
  // runner.run(main()) of an asyncio.Runner
  if (method === 'run' || method === 'run_forever') return 'run';
  if (method === 'run_until_complete')
    return !isShutdown(call, module) ? 'run' : alone === call ? 'shutdown' : 'leftover';
  // loop.run_until_complete(loop.shutdown_asyncgens()): the outer call is the statement
  if (/^shutdown_/.test(method) && alone?.type === 'call' && isShutdown(alone, module)) return 'shutdown';
  if (alone !== call || module.standing(read).kind === 'async-function') return 'leftover';
  switch (method) {
    case 'close':
      return 'close';
    case 'stop':
      return endsNothing(read, module) ? 'stop' : 'leftover';
    case 'set_debug':
      return module.standing(read).kind === 'function' ? 'leftover' : 'debug';
    default:
      return 'leftover';
  }
}

/**
 * Behind the last run, where the loop stands still: `finally: loop.stop()`. In front of one, or in a callback, it ends that run.
 *
 *     def done(): loop.stop()
 *     loop.call_later(1, done)
 *     loop.run_forever()
 */
function endsNothing(stop: Node, module: Module): boolean {
  const binding = module.scopes.bindingOf(stop);
  if (binding === undefined || enclosingFunction(stop) !== enclosingFunction(binding.definitions[0]?.node ?? stop))
    return false;
  return !binding.references.some((read) => {
    const method = read.parent?.type === 'attribute' ? field(read.parent, 'attribute') : undefined;
    return read.start > stop.start && method !== undefined && /^run_/.test(module.text(method));
  });
}

/** `loop.run_until_complete(loop.shutdown_asyncgens())`, `… shutdown_default_executor()`: what `asyncio.run` does itself (§4.20). */
export function isShutdown(call: Node, module: Module): boolean {
  const argument = field(call, 'arguments')?.children.find((child) => child.type !== 'comment');
  const callee = argument?.type === 'call' ? field(argument, 'function') : undefined;
  const method = callee?.type === 'attribute' ? field(callee, 'attribute') : undefined;
  return method !== undefined && /^shutdown_(?:asyncgens|default_executor)$/.test(module.text(method));
}

/**
 * Statements that set a loop nobody names, in the function or at the level where the loop is held.
 *
 *     asyncio.set_event_loop(None)
 *     asyncio.set_event_loop(asyncio.new_event_loop())
 */
export function findSetters(scope: Scope, module: Module): readonly Node[] {
  return module.calls('asyncio.set_event_loop').flatMap((call) => {
    const [loop] = call.args;
    const statement = statementOf(call.node);
    const isBare = statement.type === 'expression_statement' && statement.children[0] === call.node;
    const isNew = loop?.type === 'call' && module.resolve(field(loop, 'function') as Node) === 'asyncio.new_event_loop';
    const isUnnamed = isNew || loop?.type === 'none';
    return isBare && isUnnamed && module.scopes.scopeAt(call.node) === scope ? [statement] : [];
  });
}

/** What sets and closes the current loop where it has no name: `asyncio.get_event_loop().close()`. */
export function findUnnamedUses(scope: Scope, module: Module): Pick<LoopUses, 'scaffolding' | 'around' | 'wrapper'> {
  const wholes = [...findSetters(scope, module), ...findClosers(scope, module)];
  const { around, covered, wrapper } = unwrap(undefined, wholes, module);
  const scaffolding = wholes.filter((statement) => !covered.some((range) => contains(range, statement)));
  return { scaffolding, around, wrapper };
}

function findClosers(scope: Scope, module: Module): readonly Node[] {
  return module.calls('asyncio.get_event_loop').flatMap(({ node }) => {
    const statement = statementOf(node);
    const isClose = /^[\w.]+\(\)\.close\(\)$/.test(module.text(statement));
    const isPlain = statement.type === 'expression_statement' && isClose;
    return isPlain && module.scopes.scopeAt(node) === scope ? [statement] : [];
  });
}

const COMPOUND = new Set(['if_statement', 'try_statement', 'with_statement']);

/**
 * A compound statement that holds nothing but scaffolding is scaffolding itself.
 *
 *     try: loop = asyncio.get_event_loop()
 *     except RuntimeError: loop = asyncio.new_event_loop(); asyncio.set_event_loop(loop)
 *
 *     if not loop.is_closed(): loop.close()
 */
function grow(statements: Set<Node>, module: Module): void {
  for (const statement of statements) {
    // A Set gives what is added while it is walked, so that the next level is looked at too
    const owner = [...ancestors(statement)].find((up) => COMPOUND.has(up.type) || /_definition$/.test(up.type));
    if (owner === undefined || !COMPOUND.has(owner.type)) continue;
    if (blocksOf(owner).every((block) => isAll(block, statements)) && isPureHead(owner, module)) statements.add(owner);
  }
}

/** All blocks of a compound statement, those of its clauses too. */
function blocksOf(compound: Node): readonly Node[] {
  return compound.children.flatMap((child) => {
    if (child.type === 'block') return [child];
    return /_clause$|_group$/.test(child.type) ? blocksOf(child) : [];
  });
}

function isAll(block: Node, statements: ReadonlySet<Node>): boolean {
  return block.children.every(
    (child) => child.type === 'comment' || child.type === 'pass_statement' || statements.has(child),
  );
}

/** Calls that a condition may make without an effect that is missed. */
const QUESTIONS =
  /(?:\.is_closed|\.is_running|\.startswith|\.lower|platform\.system|isinstance|getattr|hasattr|suppress)$/;

/** The heads of a compound statement (conditions, exception types, `with` items) ask and change nothing. */
function isPureHead(compound: Node, module: Module): boolean {
  for (const call of module.find('call', compound)) {
    if (isInBlock(call, compound)) continue;
    if (!QUESTIONS.test(module.text(field(call, 'function') as Node))) return false;
  }
  const binders = ['await', 'named_expression', 'yield', ...(compound.type === 'with_statement' ? ['as_pattern'] : [])];
  return binders.every((type) => [...module.find(type, compound)].every((node) => isInBlock(node, compound)));
}

function isInBlock(node: Node, compound: Node): boolean {
  for (let at: Node = node; at !== compound && at.parent !== undefined; at = at.parent)
    if (at.type === 'block') return true;
  return false;
}

function isWithin(statement: Node, statements: ReadonlySet<Node>): boolean {
  return [...ancestors(statement)].some((up) => statements.has(up));
}

interface Unwrapped {
  readonly around: readonly Edit[];
  readonly covered: readonly Range[];
  readonly wrapper: LoopWrapper | undefined;
}

/** Takes away `finally: loop.close()` and `with contextlib.closing(loop):`, and dedents what they held. */
function unwrap(binding: Binding | undefined, wholes: readonly Node[], module: Module): Unwrapped {
  const around: Edit[] = [];
  const covered: Range[] = [];
  const wrappers: LoopWrapper[] = [];
  for (const clause of new Set(wholes.map((statement) => statement.parent?.parent))) {
    const body =
      clause?.type === 'finally_clause' ? clause.children.find((child) => child.type === 'block') : undefined;
    if (clause === undefined || body === undefined || !isAll(body, new Set(wholes))) continue;
    const statement = clause.parent as Node;
    const removal = removeFinally(clause, module);
    around.push(removal);
    covered.push(removal);
    if (statement.children.some((child) => /^(?:except|else)/.test(child.type))) continue;
    addAll(around, unwrapBlock(module, statement, field(statement, 'body') as Node));
    wrappers.push({
      statement,
      head: { start: statement.start, end: statement.start + 'try'.length },
      rest: [removal],
    });
  }
  for (const { kind, statement, node } of binding?.definitions ?? []) {
    if (kind !== 'as' || statement.type !== 'with_statement') continue;
    const clause = statement.children.find((child) => child.type === 'with_clause') as Node;
    const items = [...module.find('with_item', clause)];
    const own = items.find((item) => contains(item, node)) as Node;
    if (items.length > 1) {
      around.push(...removeArgument(module, own));
      continue;
    }
    addAll(around, unwrapBlock(module, statement, field(statement, 'body') as Node));
    wrappers.push({ statement, head: { start: statement.start, end: clause.end }, rest: [] });
  }
  const wrapper = wrappers.length === 1 ? wrappers[0] : undefined;
  return { around: around.map((edit) => ({ ...edit, once: true, yields: true })), covered, wrapper };
}

/**
 * Takes a `finally` away, but for its comments.
 *
 *     try:                                   loop.run_until_complete(main())
 *         loop.run_until_complete(main())
 *     finally:
 *         loop.close()
 */
function removeFinally(clause: Node, module: Module): Edit {
  const { code } = module.document;
  const cell = module.document.cellAt(clause.start);
  const end = Math.min(lineEnd(code, lastCode(clause).end), cell.end);
  // the last line of a cell: the line end in front goes with it
  const isOpen = end === cell.end && !code.slice(clause.start, end).endsWith('\n');
  const lead = isOpen ? (/\r?\n$/.exec(code.slice(cell.start, lineStart(code, clause.start)))?.[0].length ?? 0) : 0;
  const removed = { start: lineStart(code, clause.start) - lead, end };
  const indent = indentation(code, (clause.parent as Node).start);
  const eol = lineBreak(code);
  const kept = commentsIn(module, removed).map((text) => (lead > 0 ? eol + indent + text : indent + text + eol));
  return { ...removed, text: kept.join('') };
}

/** The last statement of a clause; comments that a block swallows behind it are left alone. */
function lastCode(clause: Node): Node {
  const block = clause.children.find((child) => child.type === 'block');
  return block?.children.findLast((child) => child.type !== 'comment') ?? clause;
}
