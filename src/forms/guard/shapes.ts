import type { Module } from '../../python/module.js';
import { descendants, field, type Node } from '../../python/node.js';
import { findDrives, normalizedText } from '../drive.js';
import { findTest, mentionsQuestion, type Question } from './question.js';
import { findAsking, findTryQuestion, statementsOf, takeTryApart } from './try-question.js';

/** A guard, taken apart: one statement asks, one arm is for a running loop and one for none. */
export interface Guard {
  readonly question: Question;
  /** What stands in the `try` besides the question: nothing, the loop arm (§5.10), or `asyncio.run` itself (§5.11). */
  readonly tried: 'question' | 'work' | 'run';
  /** The statement that holds the arms. */
  readonly statement: Node;
  readonly idle: readonly Node[];
  readonly running: readonly Node[];
  /** The block that holds `idle`; absent where it stands behind the statement: `if running: return …` and what follows. */
  readonly idleBlock: Node | undefined;
  /** Statements behind the guard's own that are its loop arm: `if not running: return asyncio.run(x)` and what follows. */
  readonly runningBehind: readonly Node[];
}

/** A statement that asks whether a loop is running; `guard` is absent where its arms are of no known shape. */
export interface Found {
  readonly statement: Node;
  readonly guard: Guard | undefined;
  /** Statements behind a loop arm of its own, which may or may not be the other arm. */
  readonly unknown?: readonly Node[];
  /** The loop arm raises; what it keeps from being run stands behind the statement. */
  readonly refusal?: { readonly running: readonly Node[]; readonly idle: readonly Node[] };
}

/** Every statement of a module that asks and drives a coroutine in one of its arms, outermost first. */
export function* findGuards(module: Module): Iterable<Found> {
  const candidates = [
    ...module.find('try_statement'),
    ...module.find('if_statement'),
    ...module.find('conditional_expression'),
  ];
  for (const statement of candidates.sort((a, b) => a.start - b.start)) {
    const found =
      statement.type === 'try_statement'
        ? fromTry(statement, module)
        : statement.type === 'if_statement'
          ? fromIf(statement, module)
          : fromConditional(statement, module);
    if (found !== undefined) yield found;
  }
}

function fromTry(statement: Node, module: Module): Found | undefined {
  const question = findTryQuestion(statement, module);
  if (question === undefined) return fromRunFirst(statement, module) ?? fromOddTry(statement, module);
  const { kind, rest, handler, otherwise, handlerBlock } = question;
  const asked: Question = { kind, statements: [] };
  const inTry = drives(rest, module) || drives(otherwise, module);
  const isRefusal = [...rest, ...otherwise].some((each) => each.type === 'raise_statement');
  if (isRefusal && !inTry && !drives(handler, module)) return toRefusal(statement, [...rest, ...otherwise], module);
  if (!drives(handler, module)) {
    // try: loop = get_running_loop() … except RuntimeError: raise   right inside of a loop only: no site
    return inTry && !handler.some((each) => each.type === 'raise_statement')
      ? { statement, guard: undefined }
      : undefined;
  }
  const behind = rest.length === 0 && otherwise.length === 0 && ends(handler) ? siblingsBehind(statement) : [];
  const guard: Guard = {
    question: asked,
    tried: rest.length > 0 ? 'work' : 'question',
    statement,
    idle: handler,
    running: [...rest, ...otherwise, ...behind],
    idleBlock: handlerBlock,
    runningBehind: behind,
  };
  return { statement, guard };
}

function fromIf(statement: Node, module: Module): Found | undefined {
  const condition = field(statement, 'condition');
  const test = condition && findTest(condition, module);
  const clauses = statement.children.filter((child) => child.field === 'alternative');
  if (test === undefined) return asksSomewhere(statement, module) ? { statement, guard: undefined } : undefined;
  const consequence = field(statement, 'consequence');
  const otherwise = clauses[0]?.type === 'else_clause' ? clauses[0] : undefined;
  if (consequence === undefined || clauses.length > 1 || (clauses.length === 1 && otherwise === undefined)) {
    return drives([statement], module) ? { statement, guard: undefined } : undefined;
  }
  const first = statementsOf(consequence);
  const second = otherwise === undefined ? [] : statementsOf(field(otherwise, 'body') as Node);
  const behind = otherwise === undefined && ends(first) ? siblingsBehind(statement) : [];
  const isPositive = test.trueMeans === 'running';
  const guard: Guard = {
    question: test,
    tried: 'question',
    statement,
    idle: isPositive ? [...second, ...behind] : first,
    running: isPositive ? first : [...second, ...behind],
    idleBlock: isPositive ? otherwise && field(otherwise, 'body') : consequence,
    runningBehind: isPositive ? [] : behind,
  };
  // if running: nest_asyncio.apply()   and what follows is the same in both: no guard
  if (isPositive && otherwise === undefined && first[first.length - 1]?.type === 'raise_statement')
    return toRefusal(statement, first, module);
  if (!drives(guard.idle, module)) return drives(guard.running, module) ? toUnknown(statement, module) : undefined;
  return { statement, guard };
}

/**
 * `if running: raise RuntimeError('use await')`, and behind it a coroutine is driven: the author refuses, and stays the
 * master of it.
 */
function toRefusal(statement: Node, running: readonly Node[], module: Module): Found | undefined {
  const behind = statementsOf(statement.parent as Node).filter((child) => child.start > statement.start);
  const idle = behind.filter((each) => drives([each], module));
  if (idle.length === 0) return undefined;
  return { statement, guard: undefined, refusal: { running, idle } };
}

/** `if loop.is_running(): ensure_future(main())`, and what follows is driven in both cases. */
function toUnknown(statement: Node, module: Module): Found {
  const behind = statementsOf(statement.parent as Node).filter((child) => child.start > statement.start);
  return { statement, guard: undefined, unknown: behind.filter((each) => drives([each], module)) };
}

/** `asyncio.run(main()) if loop is None else loop.create_task(main())`: asked, but of no shape that is taken apart. */
function fromConditional(node: Node, module: Module): Found | undefined {
  const condition = node.children.filter((child) => child.type !== 'comment')[1];
  const test = condition && findTest(condition, module);
  return test !== undefined && findDrives(node, module).length > 0 ? { statement: node, guard: undefined } : undefined;
}

/**
 * `asyncio.run` tried first (§5.11): a guard only where the handler drives the same coroutine in another way.
 *
 *     try: asyncio.run(main())
 *     except RuntimeError: asyncio.get_event_loop().create_task(main())
 */
function fromRunFirst(statement: Node, module: Module): Found | undefined {
  const parts = takeTryApart(statement);
  const [handler] = parts?.handlers ?? [];
  if (parts === undefined || handler === undefined || parts.handlers.length !== 1 || parts.otherwise !== undefined)
    return undefined;
  const value = handler.children.find((child) => child.type !== 'comment' && child.type !== 'block');
  const type = value?.type === 'as_pattern' ? value.children[0] : value;
  if (type === undefined || module.resolve(type) !== 'builtins.RuntimeError') return undefined;
  const idle = statementsOf(parts.body);
  const tried = idle
    .flatMap((each) => findDrives(each, module))
    .find((drive) => drive.kind === 'run' || drive.kind === 'legacy');
  const running = aboutRunningLoop(
    statementsOf(field(handler, 'body') ?? (handler.children.findLast((child) => child.type === 'block') as Node)),
  );
  const other = running.flatMap((each) => findDrives(each, module)).find((drive) => drive.coroutine !== undefined);
  if (tried?.coroutine === undefined || other?.coroutine === undefined) return undefined;
  if (normalizedText(tried.coroutine, module) !== normalizedText(other.coroutine, module)) return undefined;
  const guard: Guard = {
    question: { kind: 'running-loop', statements: [] },
    tried: 'run',
    statement,
    idle,
    running,
    idleBlock: parts.body,
    runningBehind: [],
  };
  return { statement, guard };
}

/** `if 'running event loop' in str(error): … else: raise`: the handler makes sure which error it has. */
function aboutRunningLoop(handler: readonly Node[]): readonly Node[] {
  const [only, next] = handler;
  if (only?.type !== 'if_statement' || (next !== undefined && next.type !== 'raise_statement')) return handler;
  const clauses = only.children.filter((child) => child.field === 'alternative');
  const raises = clauses.every((clause) =>
    statementsOf(field(clause, 'body') ?? clause).every((each) => each.type === 'raise_statement'),
  );
  const condition = field(only, 'condition');
  const asksError = condition !== undefined && [...descendants(condition)].some((node) => node.type === 'string');
  return raises && asksError ? statementsOf(field(only, 'consequence') as Node) : handler;
}

/** A condition that asks, among other things, in front of arms that drive. */
function asksSomewhere(statement: Node, module: Module): boolean {
  const branches = [statement, ...statement.children.filter((child) => child.field === 'alternative')];
  const conditions = branches.flatMap((branch) => field(branch, 'condition') ?? []);
  return conditions.some((condition) => mentionsQuestion(condition, module)) && drives([statement], module);
}

/** A `try` of another shape, with `finally` or several handlers, whose body asks with a statement of its own. */
function fromOddTry(statement: Node, module: Module): Found | undefined {
  const body = field(statement, 'body');
  const handlers = statement.children.filter((child) => child.type === 'except_clause');
  if (body === undefined || handlers.length === 0) return undefined;
  const asks = statementsOf(body).some((each) => findAsking(each, module) !== undefined);
  return asks && drives(handlers, module) ? { statement, guard: undefined } : undefined;
}

function drives(statements: readonly Node[], module: Module): boolean {
  return statements.some((statement) => findDrives(statement, module).length > 0);
}

/** No way through these statements comes out behind them: the last one returns, or raises. */
function ends(statements: readonly Node[]): boolean {
  const last = statements[statements.length - 1];
  const blocksOf = (node: Node) =>
    [...descendants(node)].filter(
      ({ type, parent }) => type === 'block' && (parent === node || parent?.parent === node),
    );
  switch (last?.type) {
    case 'return_statement':
    case 'raise_statement':
      return true;
    case 'with_statement':
      return blocksOf(last).every((block) => ends(statementsOf(block)));
    case 'if_statement': {
      const isWhole = last.children.some(({ type }) => type === 'else_clause');
      return isWhole && blocksOf(last).every((block) => ends(statementsOf(block)));
    }
    default:
      return false;
  }
}

/**
 * What follows in the body of a function; in a block inside of it only where that leaves the function too, since what
 * follows the block is in neither arm.
 */
function siblingsBehind(statement: Node): readonly Node[] {
  const block = statement.parent;
  if (block?.type !== 'block') return [];
  const behind = statementsOf(block).filter((child) => child.start > statement.start);
  return block.parent?.type === 'function_definition' || ends(behind) ? behind : [];
}
