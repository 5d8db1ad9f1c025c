import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildCommandLine, contents, loopshift, makeFolder, removeFolders } from '../support/command-line.js';
import { notebook } from '../support/notebook.js';

/** A colour, a C1 control that clears the screen, a mark that turns text around, a bell, a return to the start of the line. */
const EVIL = '\u001b[31m\u009b2J\u202eevil\u0007\r';
/** The same as it may stand in a line of source. */
const LINE = EVIL.slice(0, -1);
const TOML = JSON.stringify(EVIL);

const UNSAFE = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

const SCRIPT = `import asyncio\n\n\nasync def main():\n    return "${LINE}"\n\n\nasyncio.run(main())  # ${LINE}\n`;

const TREE = {
  'a.py': SCRIPT,
  [`bad${EVIL}.py`]: `def f(${LINE}:\n`,
  [`cut${EVIL}.ipynb`]: `{"cells": "${EVIL}"`,
  'encoding.py': `# coding: ${LINE}\n`,
  'magic.ipynb': notebook(`%%${LINE}\nasyncio.run(main())`, `!ls ${LINE}\n%${LINE}\nasyncio.run(main())`),
  'kernel.ipynb': notebook('asyncio.run(main())').replace('"python"', TOML),
  [`settings${EVIL}/pyproject.toml`]: `[project]\nrequires-python = ">=3.9"\n[tool.loopshift]\nrun-wrappers = [${TOML}]\n`,
  'key/pyproject.toml': `[tool.loopshift]\n${TOML} = 1\n`,
  'value/pyproject.toml': `[tool.loopshift]\nto = ${TOML}\n`,
  'twins/pyproject.toml': `[tool.loopshift]\ntwins = [${TOML}]\n`,
  'toml/pyproject.toml': `this is \u001b[31m no TOML\n`,
  'throws.mjs': `export default { name: 'throws', summary: '', apply() { throw new Error(${TOML}); } };\n`,
  'named.mjs': `export default { name: ${TOML}, summary: ${TOML}, options: { [${TOML}]: { summary: ${TOML}, default: ${TOML} } }, apply: () => [] };\n`,
  'loads.mjs': `throw new Error(${TOML});\n`,
  'says.mjs': `export default { name: 'says', summary: '', apply: () => [{ kind: 'diagnostic', at: { start: 0, end: 0 }, code: 'XX001', severity: 'warning', message: ${TOML}, hint: ${TOML} }] };\n`,
  [`x${LINE}.patch`]: 'no patch\n',
};

beforeAll(buildCommandLine);
afterAll(removeFolders);

describe('what a terminal would obey is spelled out', () => {
  it.each([
    ['a dry run', ['convert', '--check', '-v', '--to', 'notebook', '.']],
    ['an inventory', ['scan', '--tree', '-v', '.']],
    ['GitHub annotations', ['convert', '--output-format', 'github', '--to', 'notebook', '.']],
    ['JSON', ['convert', '--json', '--to', 'notebook', '.']],
    ['NDJSON', ['convert', '--output-format', 'ndjson', '--to', 'notebook', '.']],
    ['SARIF', ['convert', '--output-format', 'sarif', '--to', 'notebook', '.']],
    ['settings', ['convert', '--show-settings', `settings${EVIL}`]],
    ['a key of a configuration', ['convert', 'key']],
    ['a value of a configuration', ['convert', 'value']],
    ['a list of a configuration', ['convert', 'twins']],
    ['a configuration that is none', ['convert', 'toml']],
    ['an exception of a transform', ['run', './throws.mjs', 'a.py']],
    ['an exception while a transform is loaded', ['run', './loads.mjs', 'a.py']],
    ['what a transform says', ['run', './says.mjs', 'a.py']],
    ['a command', [EVIL]],
    ['an option', ['convert', `--${EVIL}`]],
    ['a target', ['convert', '--to', EVIL]],
    ['a transform', ['run', EVIL]],
    ['a path to a transform', ['run', `./${EVIL}.ts`]],
    ['a file that is not there', ['convert', EVIL]],
    ['a list of files that is not there', ['convert', '--files-from', EVIL]],
    ['a configuration that is not there', ['convert', '--config', EVIL]],
    ['a revision', ['convert', '--since', EVIL]],
    ['a patch that cannot be written', ['convert', '--patch', `no/${EVIL}`]],
    ['an output', ['convert', 'a.py', '-o', EVIL]],
    ['an output that was written', ['convert', 'magic.ipynb', '-o', `out${EVIL}.py`]],
    ['outputs in a directory', ['convert', 'magic.ipynb', '--out-dir', `out${EVIL}`]],
    ['a CPython', ['convert', '--verify-with', EVIL]],
    ['a code', ['explain', EVIL]],
    ['a list', ['list', EVIL]],
    ['what a transform says of itself', ['list', './named.mjs']],
    ['a tree', ['tree', 'a.py']],
    ['a tree that is broken', ['tree', `bad${EVIL}.py`]],
    ['a new transform', ['new', 'transform', EVIL]],
    ['a patch', ['undo', `x${LINE}.patch`]],
    ['a patch that is not there', ['undo', EVIL]],
  ])('%s', (_, args) => {
    const folder = makeFolder(TREE);
    const { out, err } = loopshift(args, { cwd: folder, env: { LOOPSHIFT_DEBUG: '1' } });
    expect(out + err).not.toBe('');
    expect([UNSAFE.exec(out)?.[0], UNSAFE.exec(err)?.[0]]).toEqual([undefined, undefined]);
  });
});

const withLinks = process.platform === 'win32' ? it.skip : it;

describe('what lies elsewhere is not written', () => {
  const PLAIN = 'import asyncio\n\nasyncio.run(main())\n';

  it.each([
    ['a way up', 'target.py', '../target.py'],
    ['a link', 'target.py', 'link/target.py'],
  ])('undo: by %s in a patch', (_, file, name) => {
    if (process.platform === 'win32' && name.startsWith('link')) return;
    const folder = makeFolder({ [file]: 'new\n', 'work/x.patch': patchOf(name, 'old\n', 'new\n') });
    if (process.platform !== 'win32') symlinkSync('..', join(folder, 'work/link'));
    const cwd = join(folder, 'work');
    const run = loopshift(['undo', 'x.patch'], { cwd });
    expect([run.code, run.err]).toEqual([
      2,
      `loopshift: x.patch: ${name} lies outside of ${cwd}; nothing was written\n`,
    ]);
    expect(readFileSync(join(folder, file), 'utf8')).toBe('new\n');
  });

  it('--patch: names no file that could not be taken back', () => {
    const folder = makeFolder({ 'a.py': PLAIN, 'work/b.py': PLAIN });
    const cwd = join(folder, 'work');
    const run = loopshift(['convert', '-w', '--to', 'notebook', '--patch', 'x.patch', '..'], { cwd });
    expect(run.code).toBe(2);
    expect(run.err).toContain(
      `a.py:1:1 LS107 cannot write the file: it cannot be put into the patch: the file lies outside of ${cwd}\n`,
    );
    expect(readFileSync(join(folder, 'a.py'), 'utf8')).toBe(PLAIN);
    expect(readFileSync(join(folder, 'work/b.py'), 'utf8')).toBe('await main()\n');
    expect(loopshift(['undo', 'x.patch'], { cwd }).code).toBe(0);
    expect(readFileSync(join(folder, 'work/b.py'), 'utf8')).toBe(PLAIN);
  });

  withLinks('--out-dir: through a link below it', () => {
    const folder = makeFolder({ 'nb/sub/a.ipynb': notebook('x = 1'), 'nb/b.ipynb': notebook('x = 1'), 'out/c.py': '' });
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync('../elsewhere', join(folder, 'out/sub'));
    symlinkSync('../elsewhere/b.py', join(folder, 'out/b.py'));
    const run = loopshift(['convert', 'nb', '--out-dir', 'out'], { cwd: folder });
    expect(run.code).toBe(2);
    expect(run.err).toContain('out/sub/a.py:1:1 LS107 cannot write the file: a link leads out of out\n');
    expect(run.err).toContain('out/b.py:1:1 LS107 cannot write the file: a link leads out of out\n');
    expect(existsSync(join(folder, 'elsewhere/a.py'))).toBe(false);
    expect(existsSync(join(folder, 'elsewhere/b.py'))).toBe(false);
  });

  withLinks.each(['.loopshift_cache', '.loopshift_cache/results', '.loopshift_cache/.gitignore'])(
    '--cache: where %s is a link',
    (name) => {
      const folder = makeFolder({ 'work/a.py': PLAIN, 'work/.loopshift_cache/x': '', 'there/results': 'mine\n' });
      const cwd = join(folder, 'work');
      rmSync(join(cwd, '.loopshift_cache'), { recursive: true });
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      symlinkSync(join(folder, name === '.loopshift_cache' ? 'there' : 'there/results'), join(cwd, name));
      const run = loopshift(['convert', '.', '--to', 'notebook', '--cache'], { cwd });
      expect(run.err).toContain(`a link leads out of ${cwd}`);
      expect(contents(join(folder, 'there'))).toEqual({ results: 'mine\n' });
    },
  );

  withLinks.each([
    ['a file', 'there.txt'],
    ['nowhere', 'nowhere.txt'],
  ])('--patch, --report, -o: where the output is a link out of its directory, to %s', (_, target) => {
    const folder = makeFolder({ 'work/a.py': PLAIN, 'there.txt': 'mine\n' });
    const cwd = join(folder, 'work');
    for (const [name, args] of [
      ['x.patch', ['convert', '.', '--to', 'notebook', '--patch', 'x.patch']],
      ['x.html', ['convert', '.', '--to', 'notebook', '--report', 'x.html']],
      ['x.ipynb', ['convert', 'a.py', '-o', 'x.ipynb']],
    ] as const) {
      symlinkSync(`../${target}`, join(cwd, name));
      const run = loopshift(args, { cwd });
      expect([name, run.code]).toEqual([name, 2]);
      expect(run.err).toMatch(/leads out of/);
      expect(lstatSync(join(cwd, name)).isSymbolicLink()).toBe(true);
    }
    expect(readFileSync(join(folder, 'there.txt'), 'utf8')).toBe('mine\n');
    expect(existsSync(join(folder, 'nowhere.txt'))).toBe(false);
  });
});

it('no configuration can name code', () => {
  const keys = ['transforms', 'plugins', 'require', 'extends', 'import', 'run'].map(
    (key) => `${key} = ["./trap.mjs"]\n`,
  );
  for (const key of keys) {
    const folder = makeFolder({
      'a.py': SCRIPT,
      'pyproject.toml': `[tool.loopshift]\n${key}`,
      'trap.mjs': `import { writeFileSync } from 'node:fs';\nwriteFileSync('trapped', '');\n`,
      'loopshift.config.mjs': `import './trap.mjs';\n`,
      '.loopshiftrc.mjs': `import './trap.mjs';\n`,
    });
    const run = loopshift(['convert', '.'], { cwd: folder });
    expect([run.code, existsSync(join(folder, 'trapped'))]).toEqual([2, false]);
  }
});

/** A patch as `convert --write --patch` writes it, of a file with one line. */
function patchOf(name: string, before: string, after: string): string {
  const blob = (text: string) => createHash('sha1').update(`blob ${text.length}\0${text}`).digest('hex');
  return `diff --git a/${name} b/${name}\nindex ${blob(before)}..${blob(after)}\n--- a/${name}\n+++ b/${name}\n@@ -1,1 +1,1 @@\n-${before}+${after}`;
}
