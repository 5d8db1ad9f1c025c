import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommandLine, contents, loopshift, makeFolder, removeFolders } from '../support/command-line.js';
import { notebook } from '../support/notebook.js';

const HEAD = 'import asyncio\n\n\nasync def main():\n    return 1\n\n\n';
const FREE = `${HEAD}x = asyncio.run(main())\n`;
const STUCK = `${HEAD}asyncio.run(*jobs)\nasyncio.run(*jobs)\n`;
const GATE = ['convert', '--to', 'notebook', '--baseline', 'known.json', '.'];
const CHECK = [...GATE, '--check'];
const ERROR = [...GATE, '--error-on-unconverted'];

beforeAll(buildCommandLine);
afterAll(removeFolders);

/** A folder whose baseline was made by a run with these arguments. */
function recorded(files: Readonly<Record<string, string>>, args: readonly string[]): string {
  const folder = makeFolder(files);
  const run = loopshift([...args, '--update-baseline'], { cwd: folder });
  expect([run.code, run.err]).toEqual([0, expect.stringContaining('wrote known.json\n')]);
  return folder;
}

describe('--baseline', () => {
  it('fails on nothing that was there before, and says nothing of it', () => {
    const files = { 'a.py': FREE, 'b.py': STUCK, 'c.ipynb': notebook(STUCK, 'x = (') };
    const folder = recorded(files, CHECK);
    expect(loopshift(['convert', '--check', '--to', 'notebook', '.'], { cwd: folder }).code).toBe(1);
    const run = loopshift(CHECK, { cwd: folder });
    expect([run.code, run.out]).toEqual([0, '']);
    expect(run.err).toContain('6 known from known.json\n');
    expect(run.err).not.toContain('hint:');
    const found = JSON.parse(loopshift([...CHECK, '--json'], { cwd: folder }).out);
    expect(found.summary.baseline).toEqual({ known: 6, changed: 0, unconverted: 0, stale: [] });
    expect(found.files[2].diagnostics).toMatchObject([{ code: 'LS111', known: true }]);
  });

  it('knows sites by what they say and not by where they stand', () => {
    const folder = recorded({ 'b.py': STUCK, 'c.ipynb': notebook('import asyncio', STUCK) }, ERROR);
    writeFileSync(join(folder, 'b.py'), `# moved\n\n${STUCK.replaceAll('asyncio.run(*', 'asyncio.run( *')}`);
    expect(loopshift(ERROR, { cwd: folder }).code).toBe(1);
    writeFileSync(join(folder, 'b.py'), `# moved\n\n${STUCK.replaceAll('\n', '\r\n')}`);
    writeFileSync(join(folder, 'c.ipynb'), notebook('# another cell', 'import asyncio', STUCK));
    expect(loopshift(ERROR, { cwd: folder }).code).toBe(0);
  });

  it('counts those that say the same', () => {
    const folder = recorded({ 'b.py': STUCK }, ERROR);
    writeFileSync(join(folder, 'b.py'), `${STUCK}asyncio.run(*jobs)\n`);
    const run = loopshift(ERROR, { cwd: folder });
    expect(run.code).toBe(1);
    expect(run.err.match(/LS208 the call/g)).toHaveLength(1);
    expect(run.err).toContain('b.py:10:1 LS208');
  });

  it('records what would change with --check only', () => {
    const folder = recorded({ 'a.py': FREE, 'b.py': STUCK }, ERROR);
    expect(loopshift(ERROR, { cwd: folder }).code).toBe(0);
    const run = loopshift(CHECK, { cwd: folder });
    expect([run.code, run.out]).toEqual([1, 'would change a.py\n']);
  });

  it('is one for each target', () => {
    const folder = recorded({ 'b.py': STUCK }, ERROR);
    const other = loopshift([...ERROR, '--to', 'portable'], { cwd: folder });
    expect(other.code).toBe(1);
  });

  it('holds for rewrites of the document as a whole', () => {
    const nested = 'import asyncio\nimport nest_asyncio\nnest_asyncio.apply()\nx = 1\nawait f()\n';
    const folder = recorded({ 'n.ipynb': notebook(nested) }, CHECK);
    expect(readFileSync(join(folder, 'known.json'), 'utf8')).toContain('"name": "remove `nest_asyncio`"');
    expect(loopshift(CHECK, { cwd: folder }).code).toBe(0);
    rmSync(join(folder, 'known.json'));
    loopshift([...ERROR, '--update-baseline'], { cwd: folder });
    expect(loopshift(CHECK, { cwd: folder }).code).toBe(1);
  });

  it('tells what is there no more, and takes it out when asked to', () => {
    const folder = recorded({ 'a.py': STUCK, 'b.py': STUCK, 'gone.py': STUCK, 'sub/c.py': STUCK }, ERROR);
    writeFileSync(join(folder, 'b.py'), STUCK.replace('asyncio.run(*jobs)\n', ''));
    rmSync(join(folder, 'gone.py'));
    // Of a file that was not looked at nothing can be said.
    const part = ['convert', '--to', 'notebook', '--baseline', 'known.json', '--error-on-unconverted', 'b.py'];
    const run = loopshift([...part, '-v'], { cwd: folder });
    expect(run.code).toBe(0);
    expect(run.err).toContain('gone: b.py: run: asyncio.run(*jobs)\ngone: gone.py: run: asyncio.run(*jobs)\n');
    expect(run.err).toContain('1 known from known.json, 3 there no more; --update-baseline takes them out\n');
    expect(loopshift([...part, '--update-baseline'], { cwd: folder }).code).toBe(0);
    const kept = JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8'));
    expect(Object.keys(kept.files)).toEqual(['a.py', 'b.py', 'sub/c.py']);
    expect(kept.files['b.py']).toMatchObject([{ text: 'asyncio.run(*jobs)', count: 1 }]);
  });

  it('is the same file, whatever the order of the paths and wherever it is asked for', () => {
    const files = { 'b.py': STUCK, 'a.py': `${STUCK}asyncio.run(*more)\n`, 'sub/c.py': STUCK };
    const folder = recorded(files, ERROR);
    const before = contents(folder)['known.json'];
    const back = ['convert', '--to', 'notebook', '--baseline', '../known.json', '--update-baseline'];
    loopshift([...back, '../sub', '../b.py', '../a.py'], { cwd: join(folder, 'sub') });
    expect(contents(folder)['known.json']).toBe(before);
    expect(before?.endsWith('}\n')).toBe(true);
  });

  it('is the same, whoever converts: threads, or a cache', () => {
    const files = { 'a.py': FREE, 'b.py': STUCK, 'c.ipynb': notebook(STUCK, 'x = (') };
    const folder = recorded(files, CHECK);
    const before = contents(folder)['known.json'];
    for (const options of [['--jobs', '2'], ['--cache'], ['--cache']]) {
      expect(loopshift([...CHECK, ...options], { cwd: folder }).code).toBe(0);
      expect(loopshift([...CHECK, ...options, '--update-baseline'], { cwd: folder }).code).toBe(0);
      expect(contents(folder)['known.json']).toBe(before);
    }
  });

  it('forgets a file that got another name', () => {
    const folder = recorded({ 'a.py': STUCK }, ERROR);
    renameSync(join(folder, 'a.py'), join(folder, 'b.py'));
    const run = loopshift(ERROR, { cwd: folder });
    expect([run.code, run.err]).toEqual([1, expect.stringContaining('0 known from known.json, 2 there no more')]);
  });

  it('leaves failures what they are', () => {
    const folder = makeFolder({ 'n.ipynb': 'no' });
    expect(loopshift([...CHECK, '--update-baseline'], { cwd: folder }).code).toBe(2);
    expect(loopshift(CHECK, { cwd: folder }).code).toBe(2);
  });

  it.each([
    [['--baseline', 'no.json'], 'no.json: no such file; --update-baseline makes it'],
    [['--baseline', 'text.json'], 'text.json is no baseline: it is not valid JSON'],
    [['--baseline', 'other.json'], 'other.json is no baseline of loopshift'],
    [['--baseline', 'later.json'], 'later.json is a baseline of version 2, and not of 1'],
    [['--baseline', 'wrong.json'], 'wrong.json is no baseline of loopshift: see a.py'],
    [['--baseline', 'a.py'], 'a.py is no baseline'],
    [['--baseline', 'no/such/x.json', '--update-baseline', '--files-from', 'none'], undefined],
  ])('%j', (args, message) => {
    const folder = makeFolder({
      'a.py': STUCK,
      none: '',
      'text.json': '<<<<<<< HEAD\n',
      'other.json': '{"name": "x"}',
      'later.json': '{"version": 2, "files": {}}',
      'wrong.json': '{"version": 1, "files": {"a.py": [{"name": "run"}]}}',
    });
    const run = loopshift(['scan', ...args], { cwd: folder });
    if (message === undefined) expect([run.code, contents(folder)['no/such/x.json']]).toEqual([0, expect.any(String)]);
    else expect([run.code, run.out, run.err]).toEqual([2, '', `loopshift: --baseline: ${message}\n`]);
  });

  it('has to be named to be updated', () => {
    const run = loopshift(['scan', '--update-baseline', '.']);
    expect([run.code, run.err]).toEqual([2, 'loopshift: --update-baseline needs --baseline FILE\n']);
  });
});
