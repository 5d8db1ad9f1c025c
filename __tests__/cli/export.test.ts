import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommandLine, contents, loopshift, makeFolder, removeFolders } from '../support/command-line.js';
import { notebook } from '../support/notebook.js';

const CELLS = ['import asyncio\n\n\nasync def main():\n    return 1', 'x = await main()\nprint(x)'];
const NOTEBOOK = notebook(...CELLS);
const SCRIPT = 'import asyncio\n\n\nasync def main():\n    return 1\n\n\nprint(asyncio.run(main()))\n';

beforeAll(buildCommandLine);
afterAll(removeFolders);

describe('-o', () => {
  it('makes a script of a notebook, and leaves the notebook alone', () => {
    const folder = makeFolder({ 'demo.ipynb': NOTEBOOK });
    const run = loopshift(['convert', 'demo.ipynb', '-o', 'out/demo.py'], { cwd: folder });
    expect([run.code, run.out]).toEqual([0, '']);
    expect(run.err).toContain('wrote out/demo.py\n');
    expect(run.err).not.toContain('--write');
    const made = contents(folder);
    expect(made['demo.ipynb']).toBe(NOTEBOOK);
    expect(made['out/demo.py']).toContain('x = asyncio.run(main())\nprint(x)\n');
  });

  it('makes a notebook of a script, the same each time', () => {
    const folder = makeFolder({ 'a.py': SCRIPT });
    for (const out of ['b.ipynb', 'c.ipynb']) {
      expect(loopshift(['convert', 'a.py', '-o', out], { cwd: folder }).code).toBe(0);
    }
    const { 'a.py': script, 'b.ipynb': made = '', 'c.ipynb': again } = contents(folder);
    expect([script, again]).toEqual([SCRIPT, made]);
    const sources = JSON.parse(made).cells.map((cell: { source: readonly string[] }) => cell.source.join(''));
    expect(sources.at(-1)).toBe('print(await main())');
  });

  it('writes what stays its kind elsewhere, in its own encoding', () => {
    const bytes = Buffer.from(`# coding: latin-1\nname = 'Ren\u00e9'\n${SCRIPT}`, 'latin1');
    const folder = makeFolder({ 'a.py': bytes });
    expect(loopshift(['convert', '--to', 'notebook', 'a.py', '-o', 'b.py'], { cwd: folder }).code).toBe(0);
    expect(contents(folder)['b.py']).toContain("name = 'Ren\u00e9'\n");
    expect(contents(folder)['b.py']).toContain('print(await main())\n');
    expect(contents(folder)['a.py']).toBe(bytes.toString('latin1'));
  });

  it('- prints it', () => {
    const folder = makeFolder({ 'demo.ipynb': NOTEBOOK });
    const run = loopshift(['convert', 'demo.ipynb', '-o', '-'], { cwd: folder });
    expect(run.out).toContain('x = asyncio.run(main())\n');
    expect(loopshift(['convert', 'demo.ipynb', '--json', '-o', '-'], { cwd: folder }).code).toBe(2);
  });

  it('takes stdin', () => {
    const folder = makeFolder({});
    const run = loopshift(['convert', '-', '--stdin-filename', 'x.ipynb', '-o', 'x.py'], {
      cwd: folder,
      input: NOTEBOOK,
    });
    expect([run.code, run.out]).toEqual([0, '']);
    expect(contents(folder)['x.py']).toContain('asyncio.run(main())');
  });

  it('leaves stdout to the report, whose diff is empty: the file itself stays', () => {
    const folder = makeFolder({ 'demo.ipynb': NOTEBOOK });
    const run = loopshift(['convert', 'demo.ipynb', '--json', '-o', 'demo.py'], { cwd: folder });
    expect(JSON.parse(run.out).files[0]).toMatchObject({ path: 'demo.ipynb', status: 'changed', diff: '' });
    expect(run.err).toBe('');
    const sarif = loopshift(['convert', 'demo.ipynb', '--output-format', 'sarif', '-o', 'demo.py'], { cwd: folder });
    expect(JSON.parse(sarif.out).runs[0].results.filter((each: object) => 'fixes' in each)).toEqual([]);
  });

  it('writes also where a site stays blocked', () => {
    const folder = makeFolder({ 'demo.ipynb': notebook(...CELLS, 'asyncio.run(*jobs)') });
    expect(loopshift(['convert', 'demo.ipynb', '-o', 'demo.py'], { cwd: folder }).code).toBe(0);
    expect(contents(folder)['demo.py']).toContain('asyncio.run(*jobs)');
  });

  it('writes nothing where the file failed', () => {
    const folder = makeFolder({ 'demo.ipynb': 'no' });
    const run = loopshift(['convert', 'demo.ipynb', '-o', 'demo.py'], { cwd: folder });
    expect([run.code, Object.keys(contents(folder))]).toEqual([2, ['demo.ipynb']]);
    expect(run.err).toContain('demo.ipynb:1:1 LS102 ');
    expect(loopshift(['convert', 'gone.ipynb', '-o', 'demo.py'], { cwd: folder }).code).toBe(2);
  });

  it.each([
    [['notes/demo.ipynb'], 'notes/demo.ipynb:1:1 LS105 cannot read the file: no such file or directory\n'],
    [
      ['demo.ipynb', '-o', 'notes/demo.py'],
      'notes/demo.py:1:1 LS107 cannot write the file: it would stand below a file\n',
    ],
    [
      ['demo.ipynb', '-o', 'notes/a/b.py'],
      'notes/a/b.py:1:1 LS107 cannot write the file: it would stand below a file\n',
    ],
    [
      ['demo.ipynb', '--out-dir', 'notes'],
      'notes/demo.py:1:1 LS107 cannot write the file: it would stand below a file\n',
    ],
  ])('%j, where `notes` is a file', (args, message) => {
    const folder = makeFolder({ 'demo.ipynb': NOTEBOOK, notes: 'buy milk\n' });
    const run = loopshift(['convert', ...args], { cwd: folder });
    expect([run.code, run.err.slice(0, message.length)]).toEqual([2, message]);
    expect(contents(folder)).toEqual({ 'demo.ipynb': NOTEBOOK, notes: 'buy milk\n' });
  });

  it.each([
    [['demo.ipynb', '-o', 'demo.txt'], '--output: `demo.txt` is neither a .py nor an .ipynb file'],
    [['demo.ipynb', '-o', 'demo.ipynb'], '--output names the file itself: use --write'],
    [['demo.ipynb', '-o', 'dir.py'], '--output: `dir.py` is a directory; --out-dir takes one'],
    [['.', '-o', 'demo.py'], '--output takes exactly one file; --out-dir takes many'],
    [['demo.ipynb', '-o', 'demo.py', '--write'], '--output and --out-dir write without --write'],
    [['demo.ipynb', '-o', 'demo.py', '--check'], '--check writes nothing: leave --output away'],
  ])('refuses %j', (args, message) => {
    const folder = makeFolder({ 'demo.ipynb': NOTEBOOK });
    mkdirSync(join(folder, 'dir.py'));
    const run = loopshift(['convert', ...args], { cwd: folder });
    expect([run.code, run.err]).toEqual([2, `loopshift: ${message}\n`]);
    expect(readFileSync(join(folder, 'demo.ipynb'), 'utf8')).toBe(NOTEBOOK);
  });
});

describe('--out-dir', () => {
  it('makes a script of every notebook, each in its place', () => {
    const folder = makeFolder({ 'nb/a.ipynb': NOTEBOOK, 'nb/sub/b.ipynb': NOTEBOOK, 'nb/c.py': SCRIPT });
    const run = loopshift(['convert', 'nb', '--out-dir', 'out'], { cwd: folder });
    expect(run.code).toBe(0);
    expect(Object.keys(contents(folder))).toEqual([
      'nb/a.ipynb',
      'nb/c.py',
      'nb/sub/b.ipynb',
      'out/a.py',
      'out/sub/b.py',
    ]);
    expect(run.err).toContain('wrote out/a.py\n');
  });

  it('goes on where one fails', () => {
    const folder = makeFolder({ 'a.ipynb': 'no', 'b.ipynb': NOTEBOOK });
    expect(loopshift(['convert', '.', '--out-dir', 'out'], { cwd: folder }).code).toBe(2);
    expect(Object.keys(contents(folder))).toContain('out/b.py');
  });

  it('refuses to write two to one', () => {
    const folder = makeFolder({ 'x/a.ipynb': NOTEBOOK, 'y/a.ipynb': NOTEBOOK });
    const run = loopshift(['convert', 'x/a.ipynb', 'y/a.ipynb', '--out-dir', 'out'], { cwd: folder });
    expect([run.code, run.err]).toEqual([2, 'loopshift: x/a.ipynb and y/a.ipynb would both be written to out/a.py\n']);
  });
});
