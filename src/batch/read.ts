import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Longer files would not fit into one string. */
const LONGEST = 500_000_000;

/** Reads files one after the other into one buffer: what it returns is good until the next call. Copy what is to stay. */
export function createReader(): (path: string) => Buffer {
  let shared = Buffer.allocUnsafe(256 * 1024);
  return (path) => {
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
}

/** Only now the file's size is asked for: the record that Node makes of the answer takes as long as reading most files. */
function larger(full: Buffer, file: number): Buffer<ArrayBuffer> {
  const { size } = fstatSync(file);
  if (size > LONGEST) throw new Error('the file is too large');
  // It may grow while it is read.
  const buffer = Buffer.allocUnsafe(Math.max(size + 1, full.length * 2));
  full.copy(buffer);
  return buffer;
}
