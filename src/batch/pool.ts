import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FileOutcome } from '../reporters/reporter.js';
import { internalError, type OnBug } from './convert-bytes.js';
import { unpack } from './plain.js';
import type { Converter } from './run.js';
import type { Delivery, Order, WorkerData, WorkName } from './worker.js';

/** Threads that convert files. */
export interface Pool {
  readonly convert: Converter;
  /** Ends them once they are done with the file that each is at. */
  close(): Promise<void>;
}

interface Pending {
  readonly order: Order;
  readonly settle: (outcome: FileOutcome) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly pending: Map<number, Pending>;
  /** Bytes that it has been given and has not done. */
  load: number;
}

/**
 * Each file goes to the thread that has least to do, at once: threads keep working while this one reads the next files. A thread
 * that dies (of memory, say) fails the file that it was at; the rest of its files go to another that takes its place.
 */
export function createPool(size: number, work: WorkName, onBug: OnBug): Pool {
  let next = 0;
  let isClosed = false;
  const stopped = new Int32Array(new SharedArrayBuffer(4));
  const threads = Array.from({ length: size }, () => startThread());

  function startThread(): Thread {
    // The command line is built into one folder, with what a thread begins with beside it; `import.meta.url` is a path there.
    const worker = new Worker(join(dirname(import.meta.url), '../worker.cjs'), {
      workerData: { work, stopped } satisfies WorkerData,
      // Left to itself, the room for what does not live long grows to 48 MB in each thread, and makes none faster.
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    const thread: Thread = { worker, pending: new Map(), load: 0 };
    worker.on('message', ({ id, plain, bug }: Delivery) => {
      const pending = thread.pending.get(id);
      if (pending === undefined) return;
      const { path, bytes } = pending.order;
      thread.pending.delete(id);
      thread.load -= bytes.length;
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
    const [first, ...others] = thread.pending.values();
    const fresh = startThread();
    threads[index] = fresh;
    if (first === undefined) return;
    onBug(first.order.path, error);
    first.settle({ result: internalError(first.order.path, error) });
    for (const pending of others) send(fresh, pending);
  }

  function send(thread: Thread, pending: Pending): void {
    thread.pending.set(pending.order.id, pending);
    thread.load += pending.order.bytes.length;
    thread.worker.postMessage(pending.order);
  }

  return {
    convert: (path, bytes, options) =>
      new Promise((settle) => {
        const idlest = threads.reduce((a, b) => (b.load < a.load ? b : a));
        next += 1;
        send(idlest, { order: { id: next, path, bytes, options }, settle });
      }),
    async close() {
      isClosed = true;
      Atomics.store(stopped, 0, 1);
      await Promise.all(
        threads.map(({ worker }) => {
          const ended = new Promise((resolve) => worker.once('exit', resolve));
          worker.postMessage('end');
          return ended;
        }),
      );
    },
  };
}
