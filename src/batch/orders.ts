import type { ConvertOptions } from '../options.js';
import type { LookOrder } from './look.js';
import type { PlainOutcome } from './plain.js';

/** One file to convert. */
export interface ConvertOrder {
  readonly id: number;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly options: ConvertOptions;
}

export type Order =
  | ({ readonly kind: 'look' } & LookOrder)
  | ({ readonly kind: 'convert' } & ConvertOrder)
  | { readonly kind: 'end' };

/** What became of a file; `bug` is the trace of an exception that is one. */
export interface Delivery {
  readonly id: number;
  readonly plain: PlainOutcome;
  readonly bug?: string;
}

/** What a worker can do: the functions themselves cannot be sent. */
export type WorkName = 'convert' | 'scan';

export interface WorkerData {
  readonly work: WorkName;
  readonly verdicts: SharedArrayBuffer;
  /** By {@link Gauge}. */
  readonly gauges: Int32Array;
}

/** What a thread and the one that gives it work see of each other at any time, between messages too. */
export enum Gauge {
  /** Not zero: what is still to be done is not wanted any more. */
  stopped = 0,
  /** Orders to look that are not done. */
  looks = 1,
  /** Bytes of the files that are to be converted. */
  bytes = 2,
}
