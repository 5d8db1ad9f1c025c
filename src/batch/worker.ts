import { parentPort, workerData } from 'node:worker_threads';
import { convert, scan } from '../convert.js';
import type { ConvertOptions } from '../options.js';
import { processBytes } from './convert-bytes.js';
import { type PlainOutcome, pack } from './plain.js';

/** One file to convert. */
export interface Order {
  readonly id: number;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly options: ConvertOptions;
}

/** What became of it; `bug` is the trace of an exception that is one. */
export interface Delivery {
  readonly id: number;
  readonly plain: PlainOutcome;
  readonly bug?: string;
}

/** What a worker can do: the functions themselves cannot be sent. */
export type WorkName = 'convert' | 'scan';

export interface WorkerData {
  readonly work: WorkName;
  /** Not zero: what is still to be done is not wanted any more. */
  readonly stopped: Int32Array;
}

const { work: name, stopped } = workerData as WorkerData;
const work = { convert, scan }[name];

/** A thread that is ended from outside while its parser is at work takes the process with it: so it ends by itself. */
parentPort?.on('message', async (order: Order | 'end') => {
  if (order === 'end') {
    parentPort?.close();
    return;
  }
  if (Atomics.load(stopped, 0) !== 0) return;
  const { id, path, bytes, options } = order;
  let bug: string | undefined;
  const outcome = await processBytes(path, bytes, options, work, (_, error) => {
    bug = error instanceof Error ? error.stack : String(error);
  });
  const delivery: Delivery = { id, plain: pack(outcome), ...(bug !== undefined && { bug }) };
  parentPort?.postMessage(delivery);
});
