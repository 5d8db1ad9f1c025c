import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  buildCommandLine,
  commandLine,
  contents,
  loopshift,
  makeFolder,
  removeFolders,
} from '../support/command-line.js';

beforeAll(buildCommandLine);
afterAll(removeFolders);

const fixtures = join(__dirname, '../../__testfixtures__');
const FORMATS = ['text', 'json', 'sarif'];
const RUN = 'import asyncio\nasyncio.run(main())\n';

/** Some fixtures, and files that are broken or oddly encoded. */
function makeTree(): string {
  const folder = makeFolder({
    'tree/latin.py': Buffer.from(`# -*- coding: latin-1 -*-\n# \xe9\n${RUN}`, 'latin1'),
    'tree/broken.py': `${RUN}def f(:\n`,
    'tree/undecodable.py': Buffer.from('asyncio.run(\xff)', 'latin1'),
    'tree/broken.ipynb': '{"asyncio": ',
  });
  for (const name of ['magics', 'guards', 'percent'])
    cpSync(join(fixtures, 'to-notebook', name), join(folder, 'tree', name), { recursive: true });
  return folder;
}

describe('--jobs', () => {
  it.each(FORMATS)('changes nothing of what is said as %s', (format) => {
    const cwd = makeTree();
    const args = ['convert', 'tree', '--to', 'portable', '--output-format', format];
    const [one, two] = ['1', '2'].map((jobs) => loopshift([...args, '--jobs', jobs], { cwd }));
    expect(one?.out.length).toBeGreaterThan(10_000);
    expect(two).toEqual(one);
  });

  it('writes the same', () => {
    const [one, two] = ['1', '2'].map((jobs) => {
      const cwd = makeTree();
      const run = loopshift(['convert', 'tree', '--write', '--patch', 'p.patch', '--jobs', jobs], { cwd });
      return { run, files: contents(cwd) };
    });
    expect(two).toEqual(one);
  });

  it('does without threads that die as they start', () => {
    const cwd = makeTree();
    const worker = join(dirname(commandLine()), 'worker.cjs');
    const whole = readFileSync(worker);
    const args = ['convert', 'tree', '--to', 'portable', '--json', '--jobs'];
    const one = loopshift([...args, '1'], { cwd });
    try {
      writeFileSync(worker, 'throw new Error("no thread today");\n');
      expect(loopshift([...args, '3'], { cwd })).toEqual(one);
    } finally {
      writeFileSync(worker, whole);
    }
  });

  it('scans the same', () => {
    const cwd = makeTree();
    const [one, two] = ['1', '2'].map((jobs) => loopshift(['scan', 'tree', '--tree', '-v', '--jobs', jobs], { cwd }));
    expect(two).toEqual(one);
  });

  it.each(['0', 'x', '-1', '1.5', ''])('%j is no number of threads', (jobs) => {
    const { code, err } = loopshift(['convert', '.', `--jobs=${jobs}`], { cwd: makeFolder({}) });
    expect([code, err]).toEqual([2, `loopshift: --jobs: \`${jobs}\` is not auto or a number from 1 to 99\n`]);
  });
});

describe('--cache', () => {
  it.each(FORMATS)('changes nothing of what is said as %s', (format) => {
    const cwd = makeTree();
    const args = ['convert', 'tree', '--to', 'notebook', '--output-format', format, '--jobs', '1'];
    const plain = loopshift(args, { cwd });
    const first = loopshift([...args, '--cache'], { cwd });
    const second = loopshift([...args, '--cache'], { cwd });
    expect(existsSync(join(cwd, '.loopshift_cache/results'))).toBe(true);
    expect([first, second]).toEqual([plain, plain]);
  });

  it('is used: what it holds is said again', () => {
    const { cwd, file } = makeCache();
    forge(file, (json) => json.replace('await main()', 'await forged()'));
    expect(convert(cwd)).toContain('await forged()');
  });

  it('writes what it holds', () => {
    const { cwd } = makeCache();
    loopshift(['convert', '.', '--to', 'notebook', '--cache', '--write'], { cwd });
    expect(readFileSync(join(cwd, 'a.py'), 'utf8')).toBe('await main()\n');
  });

  it.each([
    ['the file has changed', (cwd: string) => writeFileSync(join(cwd, 'a.py'), `${RUN}# more\n`), []],
    ['other options hold', () => {}, ['--python', '3.8']],
    ['the configuration has changed', configure, []],
  ])('is not asked where %s', (_, change, options) => {
    const { cwd, file } = makeCache();
    forge(file, (json) => json.replace('await main()', 'await forged()'));
    change(cwd);
    expect(convert(cwd, ...options)).not.toContain('forged');
  });

  it.each([
    ['half a file', (text: string) => text.slice(0, text.length / 2)],
    ['a line that does not add up', (text: string) => text.replace('await main()', 'await forged()')],
    ['another version', (text: string) => text.replace(/^loopshift /, 'loopshift 9')],
    ['anything else', () => '\u0000{}\n\t\t\t\n'],
    ['nothing', () => ''],
  ])('that holds %s is ignored, and written anew', (_, spoil) => {
    const { cwd, file, out } = makeCache();
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, spoil(before));
    expect(convert(cwd)).toBe(out);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('keeps nothing of what failed', () => {
    const cwd = makeFolder({ 'a.py': Buffer.from('asyncio.run(\xff)', 'latin1'), 'b.ipynb': '{"asyncio": ' });
    const [first, second] = [1, 2].map(() => loopshift(['convert', '.', '--cache'], { cwd }));
    expect([first?.code, second]).toEqual([2, first]);
    expect(existsSync(join(cwd, '.loopshift_cache'))).toBe(false);
  });

  it('lies where it is told to, out of the sight of git', () => {
    const cwd = makeFolder({ 'a.py': RUN });
    loopshift(['convert', '.', '--cache-dir', 'deep/cache'], { cwd });
    expect(readdirSync(join(cwd, 'deep/cache'))).toEqual(expect.arrayContaining(['.gitignore', 'results']));
    expect(readFileSync(join(cwd, 'deep/cache/.gitignore'), 'utf8')).toBe('*\n');
  });

  it('that cannot be written is told, and the run goes on', () => {
    const cwd = makeFolder({ 'a.py': RUN, file: '' });
    const { code, out, err } = loopshift(['convert', '.', '--to', 'notebook', '--cache-dir', 'file/x'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('+await main()');
    expect(err).toContain('the cache could not be written: not a directory\n');
  });
});

function makeCache(): { readonly cwd: string; readonly file: string; readonly out: string } {
  const cwd = makeFolder({ 'a.py': RUN });
  return { cwd, out: convert(cwd), file: join(cwd, '.loopshift_cache/results') };
}

function convert(cwd: string, ...options: readonly string[]): string {
  return loopshift(['convert', '.', '--to', 'notebook', '--cache', ...options], { cwd }).out;
}

function configure(cwd: string): void {
  writeFileSync(join(cwd, 'pyproject.toml'), '[tool.loopshift]\nunsafe = true\n');
}

/** Changes a line of the cache, and what it is checked by. */
function forge(file: string, change: (json: string) => string): void {
  const [version, line = ''] = readFileSync(file, 'utf8').split('\n');
  const [key, content, , json = ''] = line.split('\t');
  const forged = change(json);
  const checksum = createHash('sha256').update(forged).digest('base64url');
  writeFileSync(file, `${version}\n${[key, content, checksum, forged].join('\t')}\n`);
}
