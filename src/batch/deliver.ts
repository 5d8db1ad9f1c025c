import { convert, scan } from '../convert.js';
import { processBytes } from './convert-bytes.js';
import type { ConvertOrder, Delivery, WorkName } from './orders.js';
import { pack } from './plain.js';

const WORK = { convert, scan };

/** Converts one file, and puts what became of it into a form that can be sent. */
export async function deliver({ id, path, bytes, options }: ConvertOrder, work: WorkName): Promise<Delivery> {
  let bug: string | undefined;
  const outcome = await processBytes(path, bytes, options, WORK[work], (_, error) => {
    bug = error instanceof Error ? error.stack : String(error);
  });
  return { id, plain: pack(outcome), ...(bug !== undefined && { bug }) };
}
