import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processBytes } from '../../src/batch/convert-bytes.js';
import { openSeen } from '../../src/batch/seen.js';
import { convert } from '../../src/convert.js';
import { files, outcomes } from '../support/batch.js';
import { makeFolder, removeFolders } from '../support/command-line.js';

afterAll(removeFolders);

const options = { to: 'notebook' } as const;

/** File systems keep times by the second: what is younger is not kept. */
function wait(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 3100));
}

it('knows a file again that held no site, and only as it was, for the same options and version', async () => {
  const folder = makeFolder({ 'a.py': 'x = 1\n', 'b.py': 'x = 1\n', 'c.py': 'x = 1\n' });
  const [a, b, c] = ['a.py', 'b.py', 'c.py'].map((name) => join(folder, name)) as [string, string, string];
  await wait();
  writeFileSync(b, 'x = 2\n');
  const first = openSeen(join(folder, 'cache'), 'one');
  for (const path of [a, b, c]) first.note(path, options);
  first.save();

  const second = openSeen(join(folder, 'cache'), 'one');
  const { atime, mtime } = statSync(c);
  writeFileSync(c, 'y = 1\n');
  utimesSync(c, atime, mtime);
  expect(second.isEmpty(a, options)).toBe(true);
  expect(second.isEmpty(a, { to: 'script' })).toBe(false);
  // It changed a moment before the run.
  expect(second.isEmpty(b, options)).toBe(false);
  // As long as before, and its time set back.
  expect(second.isEmpty(c, options)).toBe(false);
  expect(second.isEmpty(join(folder, 'gone.py'), options)).toBe(false);
  expect(openSeen(join(folder, 'cache'), 'two').isEmpty(a, options)).toBe(false);
  expect(readFileSync(join(folder, 'cache/.gitignore'), 'utf8')).toBe('*\n');
}, 20_000);

it('reads no file that is known', async () => {
  const folder = makeFolder({ 'a.py': 'import asyncio\nasyncio.run(main())\n' });
  const statuses = async (isKnown: boolean) => {
    const seen = { isEmpty: () => isKnown, note: () => {}, save: () => {} };
    const found = await outcomes(files(folder, 'a.py'), {
      convert: (path, bytes, settings) => processBytes(path, bytes, settings, convert, () => {}),
      optionsFor: () => options,
      seen,
      write: false,
    });
    return found.map(({ result }) => result.status);
  };
  expect(await statuses(false)).toEqual(['changed']);
  expect(await statuses(true)).toEqual(['unchanged']);
});
