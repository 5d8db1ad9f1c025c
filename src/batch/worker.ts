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

const work = { convert, scan }[workerData as WorkName];

parentPort?.on('message', async ({ id, path, bytes, options }: Order) => {
  let bug: string | undefined;
  const outcome = await processBytes(path, bytes, options, work, (_, error) => {
    bug = error instanceof Error ? error.stack : String(error);
  });
  const delivery: Delivery = { id, plain: pack(outcome), ...(bug !== undefined && { bug }) };
  parentPort?.postMessage(delivery);
});
