import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Longer files would not fit into one string. */
const LONGEST = 500_000_000;

/** Reads files one after the other into one buffer: what it returns is good until the next call. Copy what is to stay. */
export function createReader(): (path: string) => Buffer {
  let shared = Buffer.allocUnsafe(256 * 1024);
  return (path) => {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      if (size > LONGEST) throw new Error('the file is too large');
      if (size >= shared.length) shared = Buffer.allocUnsafe(Math.max(size + 1, shared.length * 2));
      let length = 0;
      for (;;) {
        const count = readSync(file, shared, length, shared.length - length, null);
        if (count === 0) return shared.subarray(0, length);
        length += count;
        // It grows while it is read.
        if (length === shared.length) shared = Buffer.concat([shared, Buffer.allocUnsafe(shared.length)]);
      }
    } finally {
      closeSync(file);
    }
  };
}
