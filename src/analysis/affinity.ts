import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { RunSite } from '../forms/form.js';
import { attributesNamed } from '../python/attributes.js';
import type { Module } from '../python/module.js';
import { descendants, field, type Node } from '../python/node.js';
import { atLeast, type PythonVersion } from '../python/version.js';
import { contains } from '../text.js';
import { kindOfAwaitable } from './awaitables.js';
import { findElsewhere } from './elsewhere.js';
import type { Facts } from './facts.js';
import { spellPlace } from './places.js';
import { reachableFrom } from './reach.js';

/**
 * Why a coroutine may not run on a thread, and a loop, of its own (rule 57, semantics.md §5.23-§5.28): it uses something
 * that belongs to the thread or the loop outside. Looks at the coroutine's arguments and at every def that it may reach.
 *
 *     connection = sqlite3.connect("x.db")      asyncio.run(save(connection))     LS621
 *     queue = asyncio.Queue()                   async def work(): queue.get()     LS623
 *     asyncio.get_running_loop().add_signal_handler(…)                            LS622
 *     print(threading.current_thread().name)                                      LS624
 *     lock = threading.RLock()                  with lock: asyncio.run(locked())    LS625
 */
export function findBridgeObstacle(site: RunSite, { module, python }: Facts): Diagnostic | undefined {
  const operand = site.coroutine ?? site.node;
  const inside = [operand, ...reachableFrom(operand, module)];
  const made = new Makers(inside, module, python);
  for (const root of inside) {
    for (const node of descendants(root)) {
      const maker = made.find(node);
      if (maker === undefined) continue;
      return diagnostic(site.extent, maker.code, module.text(node), maker.name);
    }
    for (const node of module.find('call', root)) {
      if (isSignalHandler(node, module)) return diagnostic(site.extent, 'LS622');
      if (asksForThread(node, module))
        return diagnostic(site.extent, 'LS624', module.text(field(node, 'function') as Node), spellPlace(node, module));
    }
  }
  return undefined;
}

/** `loop.run_until_complete(asyncio.gather(…))`: made on the loop outside, and no coroutine to hand to a bridge as it is. */
export function findFutureObstacle({ coroutine, extent }: RunSite, module: Module): Diagnostic | undefined {
  if (coroutine === undefined || !/^(?:future|wait)$/.test(kindOfAwaitable(coroutine, module))) return undefined;
  return diagnostic(extent, 'LS307', module.text(coroutine).split('\n', 1)[0] as string);
}

const THREAD_AFFINE = /^(?:sqlite3(?:\.dbapi2)?\.connect|(?:tkinter|customtkinter)\.\w+|threading\.local)$/;

/** Locks that let in the thread that holds them once more. */
const REENTRANT = /^threading\.(?:RLock|Condition)$/;

const ASKS_FOR_THREAD = /^(?:threading|_thread)\.(?:current_thread|currentThread|main_thread|get_ident|get_native_id)$/;

const LOOP_BOUND =
  /^(?:asyncio\.(?:\w+\.)?(?:Lock|Event|Condition|Semaphore|BoundedSemaphore|Barrier|Queue|PriorityQueue|LifoQueue|Future|Task|create_task|ensure_future|gather|shield|get_event_loop|get_running_loop|new_event_loop|open_connection)|aiohttp\.(?:\w+\.)?ClientSession|httpx\.AsyncClient|(?:\w+\.)*Async\w*(?:Client|Session|Engine|OpenAI|Anthropic)|(?:\w+\.)*create_async_engine)$/;

/** From Python 3.10 on they belong to no loop before somebody has to wait for them. */
const BOUND_LATE =
  /^asyncio\.(?:\w+\.)?(?:Lock|Event|Condition|Semaphore|BoundedSemaphore|Barrier|Queue|PriorityQueue|LifoQueue)$/;

interface Maker {
  readonly name: string;
  /** What using it on another thread, or another loop, is refused with. */
  readonly code: 'LS621' | 'LS623' | 'LS625';
}

/** Where the names and attributes that a coroutine reads were made. */
class Makers {
  private readonly byAttribute = new Map<string, Maker>();

  constructor(
    private readonly inside: readonly Node[],
    private readonly module: Module,
    private readonly python: PythonVersion,
  ) {
    for (const assignment of module.find('assignment')) {
      const [left, right] = [field(assignment, 'left'), field(assignment, 'right')];
      if (left?.type !== 'attribute' || right === undefined || this.isInside(assignment)) continue;
      const maker = this.ofExpression(right);
      if (maker !== undefined) this.byAttribute.set(module.text(field(left, 'attribute') as Node), maker);
    }
  }

  /** What a name, or `self.name`, that is read here was made by, outside of the coroutine. */
  find(node: Node): Maker | undefined {
    const maker = this.makerOf(node);
    if (maker === undefined || this.isUsedOutside(node)) return maker;
    const isLate =
      node.type === 'identifier' &&
      maker.code === 'LS623' &&
      atLeast(this.python, '3.10') &&
      BOUND_LATE.test(maker.name);
    return maker.code === 'LS625' || isLate ? undefined : maker;
  }

  private makerOf(node: Node): Maker | undefined {
    const { module } = this;
    if (node.type === 'attribute') return this.byAttribute.get(module.text(field(node, 'attribute') as Node));
    if (node.type !== 'identifier') return undefined;
    const binding = module.scopes.bindingOf(node);
    if (binding === undefined || binding.definitions.some((definition) => definition.node === node)) return undefined;
    for (const { value, node: target, kind } of binding.definitions) {
      const isMade = kind === 'assignment' || kind === 'as' || kind === 'walrus';
      if (!isMade || value === undefined || this.isInside(target)) continue;
      const maker = this.ofExpression(value);
      if (maker !== undefined) return maker;
    }
    return undefined;
  }

  /** A lock that only the coroutine takes is not held by whoever waits for it, and belongs to no loop but its own. */
  private isUsedOutside(node: Node): boolean {
    const { module } = this;
    const uses =
      node.type === 'attribute'
        ? attributesNamed(module.text(field(node, 'attribute') as Node), module)
        : (module.scopes.bindingOf(node)?.references ?? []);
    return uses.some((use) => use.field !== 'left' && !this.isInside(use));
  }

  private isInside(node: Node): boolean {
    return this.inside.some((root) => contains(root, node));
  }

  /** `sqlite3.connect(…)`, and `sqlite3.connect(…).cursor()`. */
  private ofExpression(expression: Node): Maker | undefined {
    for (const node of descendants(expression)) {
      if (node.type === 'lambda') return undefined;
      if (node.type !== 'call') continue;
      const callee = field(node, 'function') as Node;
      // asyncio.new_event_loop().run_until_complete(…)   gives what the coroutine gives
      if (/\.run(?:_until_complete)?$/.test(this.module.text(callee))) return undefined;
      const name = this.module.resolve(callee);
      if (name === undefined) continue;
      if (THREAD_AFFINE.test(name) && !isShared(node, this.module)) return { name, code: 'LS621' };
      if (LOOP_BOUND.test(name)) return { name, code: 'LS623' };
      if (REENTRANT.test(name)) return { name, code: 'LS625' };
    }
    return undefined;
  }
}

/** `sqlite3.connect(path, check_same_thread=False)`. */
function isShared(call: Node, module: Module): boolean {
  const option = module.call(call).keywords.get('check_same_thread');
  return option !== undefined && module.text(option) === 'False';
}

/** What runs on a thread of its own anyway gets the same answer: `asyncio.to_thread(work)`. */
function asksForThread(call: Node, module: Module): boolean {
  const name = module.resolve(field(call, 'function') as Node);
  return name !== undefined && ASKS_FOR_THREAD.test(name) && findElsewhere(call, module) === undefined;
}

function isSignalHandler(call: Node, module: Module): boolean {
  const callee = field(call, 'function') as Node;
  if (module.resolve(callee) === 'signal.signal') return true;
  const method = callee.type === 'attribute' ? field(callee, 'attribute') : undefined;
  return method !== undefined && module.text(method) === 'add_signal_handler';
}
