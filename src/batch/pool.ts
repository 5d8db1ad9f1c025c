import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ConvertOptions } from '../options.js';
import type { FileOutcome } from '../reporters/reporter.js';
import { internalError, type OnBug } from './convert-bytes.js';
import type { LookOrder } from './look.js';
import { type ConvertOrder, type Delivery, Gauge, type Order, type WorkerData, type WorkName } from './orders.js';
import { unpack } from './plain.js';

/** Threads that work beside this one. */
export interface Pool {
  /** What is found stands in the ledger. */
  look(order: LookOrder): void;
  /** `undefined`: all have enough to do, so that it is better done here. */
  convert(path: string, bytes: Uint8Array, options: ConvertOptions): Promise<FileOutcome> | undefined;
  /** Ends them once they are done with the file that each is at. */
  close(): Promise<void>;
}

interface Pending {
  readonly order: ConvertOrder;
  readonly settle: (outcome: FileOutcome) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly gauges: Int32Array;
  readonly pending: Map<number, Pending>;
}

/**
 * Each order goes to the thread that has least to do. A thread that dies (of memory, say) fails the file that it was at; the
 * rest of its files go to another that takes its place, and what it was to look at is looked at here.
 */
export function createPool(size: number, work: WorkName, verdicts: SharedArrayBuffer, onBug: OnBug): Pool {
  let next = 0;
  let isClosed = false;
  const threads = Array.from({ length: size }, () => startThread());

  function startThread(): Thread {
    const gauges = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
    // The command line is built into one folder, with what a thread begins with beside it; `import.meta.url` is a path there.
    const worker = new Worker(join(dirname(import.meta.url), '../worker.cjs'), {
      workerData: { work, verdicts, gauges } satisfies WorkerData,
      // Left to itself, the room for what does not live long grows to 48 MB in each thread, and makes none faster.
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    const thread: Thread = { worker, gauges, pending: new Map() };
    worker.on('message', ({ id, plain, bug }: Delivery) => {
      const pending = thread.pending.get(id);
      if (pending === undefined) return;
      const { path, bytes } = pending.order;
      thread.pending.delete(id);
      if (bug !== undefined) onBug(path, bug);
      pending.settle(unpack(plain, path, bytes));
    });
    worker.on('error', (error) => replace(thread, error));
    worker.on('exit', () => replace(thread, new Error('a worker ended')));
    return thread;
  }

  function replace(thread: Thread, error: Error): void {
    const index = threads.indexOf(thread);
    if (isClosed || index === -1) return;
    threads.splice(index, 1);
    const [first, ...others] = thread.pending.values();
    // One that dies without a file has nothing that another could do better.
    if (first === undefined) return;
    const fresh = startThread();
    threads.push(fresh);
    onBug(first.order.path, error);
    first.settle({ result: internalError(first.order.path, error) });
    for (const pending of others) send(fresh, pending);
  }

  function send(thread: Thread, pending: Pending): void {
    thread.pending.set(pending.order.id, pending);
    Atomics.add(thread.gauges, Gauge.bytes, pending.order.bytes.length);
    post(thread, { kind: 'convert', ...pending.order });
  }

  /** `undefined`: there is none that lives. */
  function leastOf(gauge: Gauge): Thread | undefined {
    const [first, ...others] = threads;
    return first && others.reduce((a, b) => (left(b, gauge) < left(a, gauge) ? b : a), first);
  }

  return {
    look(order) {
      const thread = leastOf(Gauge.looks);
      if (thread === undefined) return;
      Atomics.add(thread.gauges, Gauge.looks, 1);
      post(thread, { kind: 'look', ...order });
    },
    convert(path, bytes, options) {
      const thread = leastOf(Gauge.bytes);
      // What lies ahead of their turn nobody else looks at.
      if (thread === undefined || left(thread, Gauge.looks) > 0 || left(thread, Gauge.bytes) > ENOUGH) return undefined;
      next += 1;
      const id = next;
      return new Promise((settle) => send(thread, { order: { id, path, bytes, options }, settle }));
    },
    async close() {
      isClosed = true;
      await Promise.all(
        threads.map(({ worker, gauges }) => {
          Atomics.store(gauges, Gauge.stopped, 1);
          const ended = new Promise((resolve) => worker.once('exit', resolve));
          worker.postMessage({ kind: 'end' } satisfies Order);
          return ended;
        }),
      );
    },
  };
}

function post({ worker }: Thread, order: Order): void {
  worker.postMessage(order);
}

function left({ gauges }: Thread, gauge: Gauge): number {
  return Atomics.load(gauges, gauge);
}

/** In bytes of files: what keeps a thread busy until this one is done with a file. */
const ENOUGH = 64_000;
