import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { RunSite } from '../forms/form.js';
import type { Module } from '../python/module.js';
import { descendants, field, type Node } from '../python/node.js';
import { contains } from '../text.js';
import { kindOfAwaitable } from './awaitables.js';
import { reachableFrom } from './reach.js';

/**
 * Why a coroutine may not run on a thread, and a loop, of its own (rule 57, semantics.md §5.23-§5.28): it uses something
 * that belongs to the thread or the loop outside. Looks at the coroutine's arguments and at every def that it may reach.
 *
 *     connection = sqlite3.connect("x.db")      asyncio.run(save(connection))     LS621
 *     queue = asyncio.Queue()                   async def work(): queue.get()     LS623
 *     asyncio.get_running_loop().add_signal_handler(…)                            LS622
 */
export function findBridgeObstacle(site: RunSite, module: Module): Diagnostic | undefined {
  const operand = site.coroutine ?? site.node;
  const inside = [operand, ...reachableFrom(operand, module)];
  const made = new Makers(inside, module);
  for (const root of inside) {
    for (const node of descendants(root)) {
      const maker = made.find(node);
      if (maker === undefined) continue;
      return diagnostic(site.extent, maker.isThread ? 'LS621' : 'LS623', module.text(node), maker.name);
    }
    for (const node of module.find('call', root)) {
      if (isSignalHandler(node, module)) return diagnostic(site.extent, 'LS622');
    }
  }
  return undefined;
}

/** `loop.run_until_complete(asyncio.gather(…))`: made on the loop outside, and no coroutine to hand to a bridge as it is. */
export function findFutureObstacle({ coroutine, extent }: RunSite, module: Module): Diagnostic | undefined {
  if (coroutine === undefined || !/^(?:future|wait)$/.test(kindOfAwaitable(coroutine, module))) return undefined;
  return diagnostic(extent, 'LS307', module.text(coroutine).split('\n', 1)[0] as string);
}

const THREAD_AFFINE = /^(?:sqlite3(?:\.dbapi2)?\.connect|(?:tkinter|customtkinter)\.\w+)$/;

const LOOP_BOUND =
  /^(?:asyncio\.(?:\w+\.)?(?:Lock|Event|Condition|Semaphore|BoundedSemaphore|Barrier|Queue|PriorityQueue|LifoQueue|Future|Task|create_task|ensure_future|gather|shield|get_event_loop|get_running_loop|new_event_loop|open_connection)|aiohttp\.(?:\w+\.)?ClientSession|httpx\.AsyncClient|(?:\w+\.)*Async\w*(?:Client|Session|Engine|OpenAI|Anthropic)|(?:\w+\.)*create_async_engine)$/;

interface Maker {
  readonly name: string;
  readonly isThread: boolean;
}

/** Where the names and attributes that a coroutine reads were made. */
class Makers {
  private readonly byAttribute = new Map<string, Maker>();

  constructor(
    private readonly inside: readonly Node[],
    private readonly module: Module,
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
      if (THREAD_AFFINE.test(name) && !isShared(node, this.module)) return { name, isThread: true };
      if (LOOP_BOUND.test(name)) return { name, isThread: false };
    }
    return undefined;
  }
}

/** `sqlite3.connect(path, check_same_thread=False)`. */
function isShared(call: Node, module: Module): boolean {
  const option = module.call(call).keywords.get('check_same_thread');
  return option !== undefined && module.text(option) === 'False';
}

function isSignalHandler(call: Node, module: Module): boolean {
  const callee = field(call, 'function') as Node;
  if (module.resolve(callee) === 'signal.signal') return true;
  const method = callee.type === 'attribute' ? field(callee, 'attribute') : undefined;
  return method !== undefined && module.text(method) === 'add_signal_handler';
}
