import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OnBug, processBytes, type Work } from '../../src/batch/convert-bytes.js';
import type { FileEntry } from '../../src/batch/entries.js';
import type { BatchOptions, Converter } from '../../src/batch/run.js';
import { replaceFile } from '../../src/batch/write.js';
import { convert } from '../../src/convert.js';
import type { FileOutcome } from '../../src/reporters/index.js';
import { files, outcomes } from '../support/batch.js';
import { makeFolder, removeFolders } from '../support/command-line.js';

const RUN = 'import asyncio\nasyncio.run(main())\n';

afterAll(removeFolders);

it('leaves a file that holds no site unparsed, unless it was named', async () => {
  const folder = makeFolder({ 'a.py': 'def f(:\n' });
  const seen: string[] = [];
  const work: Work = (source, options) => {
    seen.push(source.path);
    return convert(source, options);
  };
  const [found] = await collect(files(folder, 'a.py'), { work });
  expect([found?.result.status, found?.result.diagnostics, seen]).toEqual(['unchanged', [], []]);
  const given = files(folder, 'a.py').map((file) => ({ ...file, explicit: true }));
  const [named] = await collect(given, { work });
  expect(named?.result.diagnostics.map(({ code }) => code)).toEqual(['LS111']);
});

it('makes an exception a failed result, tells of it, and goes on', async () => {
  const folder = makeFolder({ 'a.py': RUN, 'b.py': RUN });
  const bugs: string[] = [];
  const work: Work = (source, options) => {
    if (source.path.endsWith('a.py')) throw new Error('boom');
    return convert(source, options);
  };
  const found = await collect(files(folder, 'a.py', 'b.py'), { work, onBug: (path) => bugs.push(path) });
  expect(found.map(({ result }) => result.status)).toEqual(['failed', 'changed']);
  expect(found[0]?.result.diagnostics[0]).toMatchObject({ code: 'LS901', message: 'internal error: boom' });
  expect(bugs).toEqual([join(folder, 'a.py')]);
});

it('does not write what changed in the meantime', async () => {
  const folder = makeFolder({ 'a.py': RUN });
  const work: Work = (source, options) => {
    writeFileSync(join(folder, 'a.py'), 'somebody else\n');
    return convert(source, options);
  };
  const [outcome] = await collect(files(folder, 'a.py'), { work, write: true });
  expect(outcome?.result.diagnostics.map(({ code }) => code)).toEqual(['LS108']);
  expect(readFileSync(join(folder, 'a.py'), 'utf8')).toBe('somebody else\n');
});

it('keeps the order, and writes, whatever is ready first', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `f${String(index).padStart(2, '0')}.py`);
  const folder = makeFolder(Object.fromEntries(names.map((name, index) => [name, index % 3 === 0 ? 'x = 1\n' : RUN])));
  let asked = 0;
  const found = await collect(files(folder, ...names), {
    write: true,
    // Some it takes, some it leaves.
    helper(path, bytes, settings) {
      asked += 1;
      return asked % 4 === 0 ? undefined : convertLater(path, bytes, settings);
    },
  });
  expect(asked).toBeGreaterThan(20);
  expect(found.map(({ result }) => result.source.path)).toEqual(names.map((name) => join(folder, name)));
  expect(names.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(
    names.map((_, index) => (index % 3 === 0 ? 'x = 1\n' : 'await main()\n')),
  );
});

it('leaves nothing behind but the file', async () => {
  const folder = makeFolder({ 'a.py': RUN });
  await collect(files(folder, 'a.py'), { write: true });
  expect(readdirSync(folder)).toEqual(['a.py']);
  expect(readFileSync(join(folder, 'a.py'), 'utf8')).toBe('await main()\n');
});

it('refuses a file that cannot be written, and says so', () => {
  const folder = makeFolder({ 'a.py': RUN });
  chmodSync(join(folder, 'a.py'), 0o444);
  const done = replaceFile(join(folder, 'a.py'), Buffer.from(RUN), Buffer.from('x'));
  // root writes everything
  if (process.getuid?.() !== 0) expect(done).toEqual({ ok: false, code: 'LS107', reason: 'permission denied' });
  expect(replaceFile(join(folder, 'no.py'), Buffer.from(''), Buffer.from('x'))).toEqual({
    ok: false,
    code: 'LS107',
    reason: 'no such file or directory',
  });
});

it('fails the files below a configuration that cannot be used', async () => {
  const folder = makeFolder({ 'a.py': RUN, 'sub/b.py': RUN, 'sub/pyproject.toml': '[tool.loopshift]\nx = 1\n' });
  const { createConfigs } = await import('../../src/batch/config.js');
  const configs = createConfigs({});
  const optionsFor = (path: string) => ({ ...configs(join(path, '..')).config.convert, to: 'notebook' as const });
  const found = await collect(files(folder, 'a.py', 'sub/b.py'), { optionsFor });
  expect(found.map(({ result }) => result.diagnostics[0]?.code)).toEqual([undefined, 'LS109']);
});

async function convertLater(...[path, bytes, settings]: Parameters<Converter>): Promise<FileOutcome> {
  const text = Buffer.from(bytes).toString();
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
  // Other files have been read by now, and into other bytes.
  expect(Buffer.from(bytes).toString()).toBe(text);
  return processBytes(path, bytes, settings, convert, () => {});
}

interface Own extends Partial<BatchOptions> {
  readonly work?: Work;
  readonly onBug?: OnBug;
}

async function collect(entries: readonly FileEntry[], own: Own): Promise<readonly FileOutcome[]> {
  const { work = convert, onBug = () => {}, ...rest } = own;
  const options: BatchOptions = {
    convert: (path, bytes, settings) => processBytes(path, bytes, settings, work, onBug),
    optionsFor: () => ({ to: 'notebook' as const }),
    write: false,
    ...rest,
  };
  return outcomes(entries, options);
}
