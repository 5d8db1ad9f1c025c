import { attributesNamed } from '../python/attributes.js';
import type { Call } from '../python/call.js';
import { findOwnerClass, getBases, getDecorators, getLineage } from '../python/classes.js';
import { getFunction } from '../python/functions.js';
import type { Module } from '../python/module.js';
import { field, type Node, unparenthesized } from '../python/node.js';
import { enclosingFunction } from '../python/standing.js';

/**
 * Code that runs in a thread, an executor job, a child process or an exit handler, and nowhere else. No loop runs there, so
 * a site in it is right as it stands, in every target (rule 23, semantics.md §1.91, §1.92, §4.25, §4.27). A signal handler
 * is not among them: it interrupts the main thread, in a notebook under the kernel's running loop.
 *
 *     def work(): asyncio.run(main())
 *     threading.Thread(target=work).start()               work runs in a thread
 *     pool.submit(lambda: asyncio.run(main()))            the lambda runs in an executor job
 *     threading.Thread(target=asyncio.run, args=(c(),))   asyncio.run itself does
 *     work()                                              called directly as well: not only elsewhere
 *
 * @returns Where: "a thread", "an executor job" …; `undefined` where it may run here too, or where it is not known.
 */
export function findElsewhere(node: Node, module: Module): string | undefined {
  const job = findJob(node, module);
  if (job !== undefined) return job;
  const owner = enclosingFunction(node);
  return owner === undefined ? undefined : onlyJob(owner, module, new Set());
}

/** What a function runs as, where all of its uses agree that it runs elsewhere. */
function onlyJob(owner: Node, module: Module, seen: Set<Node>): string | undefined {
  if (owner.type === 'lambda')
    return findJob(owner, module) ?? jobOfName(owner, module) ?? jobAround(owner, module, seen);
  if (owner.isAsync || seen.has(owner)) return undefined;
  seen.add(owner);
  const { uses, definitions, rebound } = getFunction(owner, module);
  if (rebound !== undefined || definitions.length > 1) return undefined;
  const [decorator, ...others] = getDecorators(owner);
  let job = runMethodOf(owner, module);
  if (decorator !== undefined) {
    const isHandler = others.length === 0 && module.resolve(decorator) === 'atexit.register';
    if (!isHandler && module.resolve(decorator) !== 'builtins.staticmethod') return undefined;
    if (isHandler) job = 'an exit handler';
  }
  for (const use of uses) {
    // def work(n): … work(n - 1)   a call of its own says nothing new
    if (use.call !== undefined && seen.has(enclosingFunction(use.call) as Node)) continue;
    const found = use.uncertain
      ? undefined
      : use.call === undefined
        ? findJob(use.node, module)
        : jobAround(use.call, module, seen);
    if (found === undefined) return undefined;
    job ??= found;
  }
  return job;
}

/** `work = lambda: asyncio.run(c())`, which is only ever handed to threads. */
function jobOfName(lambda: Node, module: Module): string | undefined {
  const left = lambda.parent?.type === 'assignment' ? field(lambda.parent, 'left') : undefined;
  const binding = left?.type === 'identifier' ? module.scopes.bindingOf(left) : undefined;
  if (binding === undefined || binding.definitions.length !== 1) return undefined;
  const jobs = binding.references.map((read) => findJob(read, module));
  return jobs.every((job) => job !== undefined) ? jobs[0] : undefined;
}

function jobAround(node: Node, module: Module, seen: Set<Node>): string | undefined {
  const around = enclosingFunction(node);
  return around === undefined ? undefined : onlyJob(around, module, seen);
}

/** `class Worker(threading.Thread): def run(self): …` */
function runMethodOf(definition: Node, module: Module): string | undefined {
  const owner = findOwnerClass(definition);
  if (owner === undefined || module.text(field(definition, 'name') as Node) !== 'run') return undefined;
  for (const base of getLineage(owner, module).flatMap(getBases)) {
    const job = THREAD_CLASSES.get(module.resolve(base) ?? '');
    if (job !== undefined) return job;
  }
  return undefined;
}

const THREAD_CLASSES: ReadonlyMap<string, string> = new Map([
  ['threading.Thread', 'a thread'],
  ['threading.Timer', 'a thread'],
  ['multiprocessing.Process', 'a child process'],
  ['multiprocessing.context.Process', 'a child process'],
]);

/** Where a callable goes in: its position, or its keyword. */
interface Slot {
  readonly position: number;
  readonly keyword: string;
  readonly job: string;
}

const FUNCTIONS: ReadonlyMap<string, Slot> = new Map([
  ['threading.Thread', { position: 1, keyword: 'target', job: 'a thread' }],
  ['threading.Timer', { position: 1, keyword: 'function', job: 'a thread' }],
  ['_thread.start_new_thread', { position: 0, keyword: 'function', job: 'a thread' }],
  ['asyncio.to_thread', { position: 0, keyword: 'func', job: 'a thread' }],
  ['anyio.to_thread.run_sync', { position: 0, keyword: 'func', job: 'a thread' }],
  ['trio.to_thread.run_sync', { position: 0, keyword: 'sync_fn', job: 'a thread' }],
  ['starlette.concurrency.run_in_threadpool', { position: 0, keyword: 'func', job: 'a thread' }],
  ['fastapi.concurrency.run_in_threadpool', { position: 0, keyword: 'func', job: 'a thread' }],
  ['multiprocessing.Process', { position: 1, keyword: 'target', job: 'a child process' }],
  ['atexit.register', { position: 0, keyword: 'func', job: 'an exit handler' }],
]);

const EXECUTORS: readonly (readonly [RegExp, string])[] = [
  [/^concurrent\.futures\.(?:\w+\.)?ThreadPoolExecutor$/, 'an executor job'],
  [/^concurrent\.futures\.(?:\w+\.)?ProcessPoolExecutor$/, 'a child process'],
];

const POOLS: ReadonlyMap<string, string> = new Map([
  ['multiprocessing.Pool', 'a child process'],
  ['multiprocessing.pool.Pool', 'a child process'],
  ['multiprocessing.pool.ThreadPool', 'a thread'],
  ['multiprocessing.dummy.Pool', 'a thread'],
]);

const POOL_METHODS = /^(?:apply|apply_async|map|map_async|starmap|starmap_async|imap|imap_unordered)$/;

/**
 * What a callable is handed to: `Thread(target=work)`, `pool.submit(work, x)`, `Thread(target=partial(work, x))`.
 * `pool.submit(ctx.run, work)` counts too: the context calls it in the job.
 */
export function findJob(callable: Node, module: Module): string | undefined {
  let argument = callable;
  while (argument.parent?.type === 'parenthesized_expression') argument = argument.parent;
  const keyword = argument.parent?.type === 'keyword_argument' ? argument.parent : undefined;
  const list = (keyword ?? argument).parent;
  if (list?.type !== 'argument_list' || list.parent?.type !== 'call') return undefined;
  const call = module.call(list.parent);
  const position = keyword === undefined ? call.args.indexOf(argument) : -1;
  const name = keyword === undefined ? undefined : module.text(field(keyword, 'name') as Node);
  const callee = module.resolve(call.function);
  // Thread(target=functools.partial(work, x))
  if (callee === 'functools.partial' && position === 0) return findJob(call.node, module);
  const slot = (callee === undefined ? undefined : FUNCTIONS.get(callee)) ?? findMethodSlot(call, module);
  if (slot === undefined) return undefined;
  const first = call.args[slot.position];
  const isContextRun =
    first?.type === 'attribute' &&
    module.text(field(first, 'attribute') as Node) === 'run' &&
    module.resolve(first) !== 'asyncio.run';
  if (name === slot.keyword || position === slot.position || (isContextRun && position === slot.position + 1))
    return slot.job;
  return undefined;
}

/** `pool.submit(…)`, `loop.run_in_executor(None, …)`, `ctx.Process(target=…)`. */
function findMethodSlot(call: Call, module: Module): Slot | undefined {
  if (call.function.type !== 'attribute') return undefined;
  const method = module.text(field(call.function, 'attribute') as Node);
  if (method === 'run_in_executor') return { position: 1, keyword: 'func', job: 'an executor job' };
  if (method === 'Process') return { position: 1, keyword: 'target', job: 'a child process' };
  const maker = findMaker(field(call.function, 'object') as Node, module);
  const executor = EXECUTORS.find(([name]) => name.test(maker ?? ''))?.[1];
  if (executor !== undefined && /^(?:submit|map)$/.test(method)) return { position: 0, keyword: 'fn', job: executor };
  const pool = POOLS.get(maker ?? '');
  if (pool !== undefined && POOL_METHODS.test(method)) return { position: 0, keyword: 'func', job: pool };
  return undefined;
}

/** The qualified name of the one function or class that made a thing: `pool = ThreadPoolExecutor()` → `concurrent…`. */
export function findMaker(expression: Node, module: Module, depth = 0): string | undefined {
  const node = unparenthesized(expression);
  if (depth > 8) return undefined;
  if (node.type === 'call') return module.resolve(field(node, 'function') as Node);
  const values: (Node | undefined)[] = [];
  if (node.type === 'identifier') {
    const definitions = module.scopes.bindingOf(node)?.definitions ?? [];
    values.push(...definitions.filter((each) => each.kind !== 'del').map((each) => each.value));
  } else if (node.type === 'attribute') {
    for (const store of attributesNamed(module.text(field(node, 'attribute') as Node), module)) {
      if (store.field === 'left' && store.parent?.type === 'assignment') values.push(field(store.parent, 'right'));
    }
  }
  const makers = new Set(
    values
      .filter((value) => value?.type !== 'none')
      .map((value) => (value === undefined ? undefined : findMaker(value, module, depth + 1))),
  );
  const [only] = makers;
  return makers.size === 1 ? only : undefined;
}
