import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildCommandLine,
  commandLine,
  contents,
  loopshift,
  makeFolder,
  removeFolders,
} from '../support/command-line.js';
import { notebook } from '../support/notebook.js';

const RUN = 'import asyncio\n\n\nasync def main():\n    return 1\n\n\nx = asyncio.run(main())\n';

beforeAll(buildCommandLine);
afterAll(removeFolders);

describe('configuration', () => {
  it('is overruled by the command line', () => {
    const folder = makeFolder({ 'pyproject.toml': '[tool.loopshift]\nto = "notebook"\n', 'a.py': RUN });
    expect(loopshift(['convert', '.'], { cwd: folder }).out).toContain('+x = await main()');
    expect(loopshift(['convert', '--to', 'script', '.'], { cwd: folder }).out).toBe('');
    expect(loopshift(['convert', '--isolated', '.'], { cwd: folder }).out).toBe('');
  });

  it('of each file is the nearest one', () => {
    const folder = makeFolder({
      'pyproject.toml': '[tool.loopshift]\nto = "notebook"\n',
      'a.py': RUN,
      'sub/pyproject.toml': '[tool.loopshift]\nto = "script"\n',
      'sub/b.py': RUN,
    });
    expect(loopshift(['convert', '--check', '.'], { cwd: folder }).out).toBe('would change a.py\n');
  });

  it('that is wrong stops the run before anything is done', () => {
    const folder = makeFolder({ 'pyproject.toml': '[tool.loopshift]\ntoo = "notebook"\n', 'a.py': RUN });
    const run = loopshift(['convert', '-w', '.'], { cwd: folder });
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toMatch(/^loopshift: .*pyproject\.toml:2:1: unknown key `too`; did you mean `to`\?\n$/);
    expect(contents(folder)['a.py']).toBe(RUN);
  });

  it('of a folder below fails its files only', () => {
    const folder = makeFolder({ 'a.py': RUN, 'sub/b.py': RUN, 'sub/pyproject.toml': '[tool.loopshift]\nx = 1\n' });
    const run = loopshift(['convert', '-w', '--to', 'notebook', '.'], { cwd: folder });
    expect(run.code).toBe(2);
    expect(run.err).toContain('sub/b.py:1:1 LS109 ');
    expect(contents(folder)['a.py']).toContain('await main()');
  });

  it('excludes relative to itself, --exclude relative to where one stands', () => {
    const folder = makeFolder({
      'pyproject.toml': '[tool.loopshift]\nto = "notebook"\nexclude = ["/sub/skip/"]\n',
      'sub/skip/a.py': RUN,
      'sub/b.py': RUN,
      'sub/c.py': RUN,
    });
    const run = loopshift(['convert', '--check', '--exclude', '/c.py', '.'], { cwd: join(folder, 'sub') });
    expect(run.out).toBe('would change b.py\n');
  });

  it('shows with -v what was chosen, and why with --show-settings', () => {
    const folder = makeFolder({
      'pyproject.toml': '[project]\nrequires-python = ">=3.8"\n',
      'a.py': RUN,
      'n.ipynb': notebook(RUN),
    });
    const { err } = loopshift(['convert', '-v', '.'], { cwd: folder });
    expect(err).toContain('a.py: to script, Python 3.8\n');
    expect(err).toContain('n.ipynb: to notebook, Python 3.8\n');
    expect(loopshift(['convert', '-v', '--isolated', 'n.ipynb'], { cwd: folder }).err).toContain('Python 3.12\n');
    const { out } = loopshift(['convert', '--unsafe', '--show-settings', '.'], { cwd: folder });
    expect(out).toMatch(/^python = "3\.8" +# project\.requires-python in .*pyproject\.toml$/m);
    expect(out).toMatch(/^unsafe = true +# command line$/m);
    expect(out).toMatch(/^to = "auto" +# default$/m);
    writeFileSync(join(folder, 'pyproject.toml'), '[tool.loopshift]\nexclude = ["a"]\ninclude = ["*.py"]\n');
    const shown = loopshift(['scan', '--show-settings', '--exclude', 'b', '--no-respect-gitignore'], { cwd: folder });
    expect(shown.out).toMatch(/^exclude = \["a","b"\] +# configuration and command line$/m);
    expect(shown.out).toMatch(/^include = \["\*\.py"\] +# configuration$/m);
    expect(shown.out).toMatch(/^respect-gitignore = false +# command line$/m);
  });

  it('takes --python auto back to what the project says', () => {
    const folder = makeFolder({
      'pyproject.toml': '[project]\nrequires-python = ">=3.8"\n[tool.loopshift]\npython = "3.13"\n',
      'a.py': RUN,
    });
    expect(loopshift(['convert', '-v', '.'], { cwd: folder }).err).toContain('Python 3.13\n');
    expect(loopshift(['convert', '-v', '--python', 'auto', '.'], { cwd: folder }).err).toContain('Python 3.8\n');
    expect(loopshift(['convert', '-v', '--python', '3.10', '.'], { cwd: folder }).err).toContain('Python 3.10\n');
  });
});

describe('colour', () => {
  const folder = () => makeFolder({ 'a.py': RUN });
  const colored = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const run = loopshift(['convert', '--to', 'notebook', ...args, 'a.py'], { cwd: folder(), env });
    return run.out.includes('\u001b[32m+');
  };

  it.each([
    [[], {}, false],
    [['--color', 'always'], {}, true],
    [['--color=always'], { NO_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '0' }, false],
    [[], { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [['--color', 'never'], { FORCE_COLOR: '1' }, false],
    [['--no-color'], { FORCE_COLOR: '1' }, false],
  ])('%j %j: %s', (args, env, expected) => {
    expect(colored(args, env as Readonly<Record<string, string>>)).toBe(expected);
  });

  it('is no part of a machine format', () => {
    const run = loopshift(['convert', '--json', '--color=always', '--to', 'notebook', 'a.py'], { cwd: folder() });
    expect(run.out).not.toContain('\u001b');
  });
});

describe('scan', () => {
  it('shows what becomes async with a site, and who calls it', () => {
    const program = `import asyncio\n\n\nasync def main():\n    return 1\n\n\ndef load():\n    return asyncio.run(main())\n\n\nprint(load())\n`;
    const folder = makeFolder({ 'a.py': program });
    const run = loopshift(['scan', '--to', 'notebook', '--tree', '-q', 'a.py'], { cwd: folder });
    expect(run.out).toBe('a.py:9:12: run (function) -> await\n  async def load  a.py:8:1\n    a.py:12:7\n');
  });

  it('lists the sites, changes nothing, and has its own numbers', () => {
    const folder = makeFolder({ 'a.py': `${RUN}f = asyncio.run(*jobs)\n` });
    const run = loopshift(['scan', '--to', 'notebook', '.'], { cwd: folder });
    expect(run.code).toBe(0);
    expect(run.out).toBe('a.py:8:5: run (module) -> await\na.py:9:5: run (module) LS208\n');
    expect(run.err).not.toContain('--write');
  });

  it('has no option that writes', () => {
    const run = loopshift(['scan', '--write', '.']);
    expect([run.code, run.err]).toEqual([2, 'loopshift: unknown option `--write`\n']);
  });
});

describe('list and explain', () => {
  it('name what there is', () => {
    expect(loopshift(['list', 'targets']).out).toMatch(/^ {2}notebook {2}\S/);
    expect(loopshift(['list', 'codes']).out).toContain('  LS201  warning: await-in-lambda\n');
    expect(JSON.parse(loopshift(['list', 'forms', '--json']).out).forms[0]).toHaveProperty('summary');
    expect(loopshift(['list', 'form']).err).toContain('did you mean `forms`?');
  });

  it('explain by code and by name', () => {
    const run = loopshift(['explain', 'ls201']);
    expect(run.out).toContain('LS201 await-in-lambda (warning)\n');
    expect(loopshift(['explain', 'await-in-lambda']).out).toBe(run.out);
    expect(loopshift(['explain']).code).toBe(2);
  });
});

describe('a reader that goes away', () => {
  it('ends the output, not the run', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`f${index}.py`, RUN + '# filler\n'.repeat(5000)]),
    );
    const folder = makeFolder(files);
    const child = spawn(process.execPath, [commandLine(), 'convert', '--write', '--json', '--to', 'notebook', '.'], {
      cwd: folder,
    });
    child.stdout.once('data', () => child.stdout.destroy());
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
    });
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect([code, err]).toEqual([0, '']);
    expect(Object.values(contents(folder)).filter((text) => text.includes('asyncio.run'))).toEqual([]);
  }, 60_000);
});
