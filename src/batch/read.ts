import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Longer files would not fit into one string. */
const LONGEST = 500_000_000;

/** Reads files one after the other into one buffer: what it returns is good until the next call, unless it is kept. */
export interface Reader {
  (path: string): Buffer;
  /** What was read last, to stay: a short file is copied, and a long one keeps the buffer. */
  keep(bytes: Buffer): Uint8Array<ArrayBuffer>;
}

export function createReader(): Reader {
  let shared = Buffer.allocUnsafe(SHORT);
  const read = (path: string): Buffer => {
    const file = openSync(path, 'r');
    try {
      let length = 0;
      for (;;) {
        length += readSync(file, shared, length, shared.length - length, null);
        // Of a regular file less than was asked for is its end (POSIX, read): asking again would take as long as reading most files.
        if (length < shared.length) return shared.subarray(0, length);
        shared = larger(shared, file);
      }
    } finally {
      closeSync(file);
    }
  };
  const keep = (bytes: Buffer): Uint8Array<ArrayBuffer> => {
    if (bytes.length < SHORT) return new Uint8Array(bytes);
    const kept = shared.subarray(0, bytes.length);
    shared = Buffer.allocUnsafe(SHORT);
    return kept;
  };
  return Object.assign(read, { keep });
}

/** In bytes: longer than most files. */
const SHORT = 256 * 1024;

/** Only now the file's size is asked for: the record that Node makes of the answer takes as long as reading most files. */
function larger(full: Buffer, file: number): Buffer<ArrayBuffer> {
  const { size } = fstatSync(file);
  if (size > LONGEST) throw new Error('the file is too large');
  // It may grow while it is read.
  const buffer = Buffer.allocUnsafe(Math.max(size + 1, full.length * 2));
  full.copy(buffer);
  return buffer;
}
