import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { buildCommandLine, loopshift, makeFolder, type Run, removeFolders } from '../support/command-line.js';

beforeAll(buildCommandLine);
afterAll(removeFolders);

const SOURCE = 'import asyncio\n\n\nasync def main():\n    pass\n\n\nasyncio.run(main())\n';

function folder(): string {
  return makeFolder({ 'a.py': SOURCE, 'b.py': SOURCE });
}

/** `loopshift convert` with its compiled code in `code/`. */
function convert(cwd: string, ...args: readonly string[]) {
  return loopshift(['convert', '--to', 'notebook', '--json', ...args, 'a.py', 'b.py'], {
    cwd,
    env: { LOOPSHIFT_CODE_CACHE: join(cwd, 'code') },
  });
}

/** The one file in `code/`. */
function kept(cwd: string): string {
  const names = readdirSync(join(cwd, 'code'));
  expect(names).toHaveLength(1);
  return join(cwd, 'code', names[0] as string);
}

/** The first line of it. */
function head(path: string): {
  readonly files: readonly (readonly [string, number, number, number])[];
} {
  return JSON.parse(readFileSync(path, 'latin1').split('\n', 1)[0] as string);
}

/** How many runs have added to the code that every run loads. */
function rounds(path: string): number | undefined {
  return head(path).files.find(([name]) => name === 'main.cjs')?.[3];
}

let plain: Run;
beforeAll(() => {
  plain = loopshift(['convert', '--to', 'notebook', '--json', 'a.py', 'b.py'], { cwd: folder() });
});

it('changes nothing of what is said, from the first run on', () => {
  const cwd = folder();
  expect(plain.out).toContain('"converted"');
  for (let run = 0; run < 3; run++) expect(convert(cwd)).toEqual(plain);
  expect(convert(cwd, '--jobs', '2')).toEqual(plain);
});

it('grows in the first runs, and is left alone then', () => {
  const cwd = folder();
  const contents = Array.from({ length: 12 }, () => {
    convert(cwd);
    return readFileSync(kept(cwd));
  });
  expect(rounds(kept(cwd))).toBe(10);
  expect(contents[11]?.equals(contents[10] as Buffer)).toBe(true);
  expect(contents[0]?.equals(contents[1] as Buffer)).toBe(false);
});

it('holds what several commands have loaded', () => {
  const cwd = folder();
  const env = { LOOPSHIFT_CODE_CACHE: join(cwd, 'code') };
  const names = () => head(kept(cwd)).files.map(([name]) => name);
  loopshift(['explain', 'LS201'], { cwd, env });
  const explaining = names();
  convert(cwd);
  expect(names()).toEqual(expect.arrayContaining(explaining));
  expect(names().length).toBeGreaterThan(explaining.length);
});

it('is for the user alone', () => {
  const cwd = folder();
  convert(cwd);
  expect([statSync(kept(cwd)).mode & 0o777, statSync(join(cwd, 'code')).mode & 0o777]).toEqual([0o600, 0o700]);
});

it('is not used where others may have written it', () => {
  const cwd = folder();
  convert(cwd);
  chmodSync(kept(cwd), 0o620);
  expect(convert(cwd)).toEqual(plain);
  expect([rounds(kept(cwd)), statSync(kept(cwd)).mode & 0o777]).toEqual([1, 0o600]);
});

describe('what does not add up is not used, and written anew', () => {
  it.each([
    ['empty', () => Buffer.alloc(0)],
    ['not ours', () => Buffer.from('{}\n')],
    ['cut off', (whole: Buffer) => whole.subarray(0, whole.length >> 1)],
    ['without its first line', (whole: Buffer) => whole.subarray(whole.indexOf('\n') + 1)],
    ...[0.1, 0.6].map((place) => [`with another byte at ${place}`, (whole: Buffer) => flip(whole, place)] as const),
  ] as const)('%s', (_, damage) => {
    const cwd = folder();
    convert(cwd);
    writeFileSync(kept(cwd), damage(readFileSync(kept(cwd))));
    expect(convert(cwd)).toEqual(plain);
    expect(rounds(kept(cwd))).toBe(1);
  });

  it('code of another source', () => {
    const cwd = folder();
    convert(cwd);
    const [first, ...codes] = readFileSync(kept(cwd), 'latin1').split('\n');
    const { files, ...rest } = JSON.parse(first as string);
    const others = files.map(([name, source, ...more]: [string, number, number, number]) => [
      name,
      source + 1,
      ...more,
    ]);
    writeFileSync(kept(cwd), [JSON.stringify({ ...rest, files: others }), ...codes].join('\n'), 'latin1');
    expect(convert(cwd)).toEqual(plain);
    expect(head(kept(cwd)).files.map(([, source]) => source)).toEqual(
      files.map(([, source]: [string, number]) => source),
    );
  });
});

function flip(whole: Buffer, place: number): Buffer {
  const damaged = Buffer.from(whole);
  const at = Math.floor(whole.length * place);
  damaged[at] = (damaged[at] as number) ^ 0x10;
  return damaged;
}

it('goes where such things are kept', () => {
  const cwd = folder();
  const run = (env: Readonly<Record<string, string>>) =>
    loopshift(['convert', 'a.py'], { cwd, env: { LOOPSHIFT_CODE_CACHE: '', HOME: cwd, ...env } });
  if (process.platform === 'linux') {
    run({});
    expect(readdirSync(join(cwd, '.cache/loopshift'))).toHaveLength(1);
  }
  run({ XDG_CACHE_HOME: join(cwd, 'xdg'), LOCALAPPDATA: join(cwd, 'xdg'), HOME: join(cwd, 'other') });
  const found = [join(cwd, 'xdg'), join(cwd, 'other')].filter((path) => existsSync(path));
  expect(found).toHaveLength(1);
});

it.each([
  ['LOOPSHIFT_CODE_CACHE=0', { LOOPSHIFT_CODE_CACHE: '0' }],
  ['NODE_DISABLE_COMPILE_CACHE=1', { LOOPSHIFT_CODE_CACHE: '', NODE_DISABLE_COMPILE_CACHE: '1' }],
  ['a directory that is relative', { LOOPSHIFT_CODE_CACHE: 'code' }],
  ['a directory that cannot be made', { LOOPSHIFT_CODE_CACHE: '/dev/null/code' }],
])('%s: none', (_, env) => {
  const cwd = folder();
  const { code, err } = loopshift(['convert', '--to', 'notebook', '-q', 'a.py'], { cwd, env: { HOME: cwd, ...env } });
  expect([code, err, readdirSync(cwd).sort()]).toEqual([0, '', ['a.py', 'b.py']]);
});

it('of builds that are not used any more goes after a month', () => {
  const cwd = folder();
  const files = ['0.0.1.code', '0.0.2.code', 'notes.txt'].map((name) => join(cwd, 'code', name));
  mkdirSync(join(cwd, 'code'));
  for (const file of files) {
    writeFileSync(file, '');
    const days = file.includes('0.0.2') ? 3 : 50;
    const then = Date.now() / 1000 - days * 24 * 60 * 60;
    utimesSync(file, then, then);
  }
  convert(cwd);
  expect(files.map((file) => existsSync(file))).toEqual([false, true, true]);
});
