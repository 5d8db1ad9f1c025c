import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert } from '../../src/convert.js';
import { rawDiff, readableDiff } from '../../src/reporters/diff.js';
import { createPaint } from '../../src/reporters/paint.js';
import { buildCommandLine, contents, git, loopshift, makeFolder, removeFolders } from '../support/command-line.js';
import { notebook } from '../support/notebook.js';

const RUN = 'import asyncio\n\nprint(1)\n\n\nasync def main():\n    return 1\n\n\nprint(asyncio.run(main()))\n';
const plain = createPaint(false);

beforeAll(buildCommandLine);
afterAll(removeFolders);

describe('the raw diff', () => {
  it('is empty where nothing changed', () => {
    expect(rawDiff(convert({ path: 'a.py', text: 'print(1)\n' }))).toBe('');
  });

  it.each([
    ['a plain name', 'a.py', '--- a/a.py\n'],
    ['a name with a space, which a tab ends', 'a b.py', '--- a/a b.py\t\n'],
    ['a name that is not ASCII, as it is', 'é/日本.py', '--- a/é/日本.py\n'],
    ['a name with a quote, quoted', 'a"b.py', '--- "a/a\\"b.py"\n'],
    ['a name with a control character, escaped', 'a\u001b\n.py', '--- "a/a\\033\\012.py"\n'],
    ['an absolute path, without its slash', '/abs/a.py', '--- a/abs/a.py\n'],
  ])('names %s', (_, path, line) => {
    expect(rawDiff(convert({ path, text: RUN }, { to: 'notebook' }))).toContain(line);
  });

  it('is what `git apply` takes: it leads to the bytes that --write leads to', () => {
    const files = {
      'plain.py': RUN,
      'with space.py': RUN,
      'né/日本 語.py': RUN,
      'crlf.py': RUN.replaceAll('\n', '\r\n'),
      'no-newline.py': RUN.trimEnd(),
      'bom.py': `\ufeff${RUN}`,
      'latin1.py': Buffer.from(`# coding: latin-1\nx = 'é'\n${RUN}# é\n`, 'latin1'),
      'form-feed.py': `\f\n${RUN}x = '\u2028'\n`,
      'notebook.ipynb': notebook(RUN, 'x = asyncio.run(main())', '# %%\nprint("é", "\u2028")'),
      'one line.ipynb': JSON.stringify(JSON.parse(notebook(RUN))),
      'quote"d.py': RUN,
      'unchanged.py': 'print(1)\n',
    };
    const [patched, written] = [makeFolder(files), makeFolder(files)];
    for (const folder of [patched, written]) git(folder, 'init', '-q');
    const dry = loopshift(['convert', '--to', 'notebook', '.'], { cwd: patched });
    expect(dry.out.match(/^diff --git/gm)).toHaveLength(11);
    git(patched, 'config', 'core.autocrlf', 'false');
    writeFileSync(join(patched, '.git/patch'), dry.bytes);
    expect(git(patched, 'apply', '--check', '.git/patch').stderr).toBe('');
    expect(git(patched, 'apply', '.git/patch').stderr).toBe('');
    loopshift(['convert', '--write', '--to', 'notebook', '.'], { cwd: written });
    expect(contents(patched)).toEqual(contents(written));
    expect(readFileSync(join(written, 'plain.py'), 'utf8')).toContain('print(await main())');
  });
});

describe('the diff for a person', () => {
  const source = { path: 'nb.ipynb', text: notebook('print(1)', RUN, 'x = asyncio.run(main())\n') };

  it('shows a notebook by cell', () => {
    const shown = readableDiff(convert(source, { to: 'notebook' }), 'cell', plain);
    expect(shown).toContain('nb.ipynb cell 2 (id c2)\n@@ -1');
    expect(shown).toContain(
      '\nnb.ipynb cell 3 (id c3)\n@@ -1,1 +1,1 @@\n-x = asyncio.run(main())\n+x = await main()\n',
    );
    expect(shown).not.toContain('No newline');
  });

  it('shows the JSON where that is asked for', () => {
    const result = convert(source, { to: 'notebook' });
    expect(readableDiff(result, 'raw', plain)).toBe(rawDiff(result));
  });

  it('shows control characters instead of sending them', () => {
    const text = `x = "\u001b[2J\u202e"\n${RUN}`;
    const shown = readableDiff(convert({ path: 'a\u001b.py', text }, { to: 'notebook' }), 'cell', plain);
    expect(shown).toContain(' x = "\\x1b[2J\\u202e"\n');
    expect(shown).not.toContain('\u001b');
    expect(shown).not.toContain('\u202e');
  });

  it.each([
    ['cell', '\u001b[1ma.py\u001b[22m\n\u001b[36m@@ '],
    ['raw', '\u001b[1m--- a/a.py\u001b[22m\n'],
  ] as const)('is coloured, its header too: %s', (style, header) => {
    const shown = readableDiff(convert({ path: 'a.py', text: RUN }, { to: 'notebook' }), style, createPaint(true));
    expect(shown).toContain(header);
    expect(shown).toContain('\u001b[32m+print(await main())\u001b[39m\n');
    expect(shown).toContain('\u001b[31m-print(asyncio.run(main()))\u001b[39m\n');
  });
});
