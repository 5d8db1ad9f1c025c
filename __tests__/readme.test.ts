import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openDocument } from '../src/documents/index.js';
import { parseModule } from '../src/python/module.js';
import { loadParser } from '../src/python/parser.js';
import { buildPackage, removeFolders } from './support/command-line.js';
import { type Block, follow, makeScene, readBlocks, rewritePage } from './support/walkthrough.js';

const root = join(__dirname, '..');

/** Pages that people write; those below docs/diagnostics and docs/transforms are generated (docs.test.ts). */
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

/** What the pages' commands work on. */
const SCENE: Readonly<Record<string, string>> = {
  'legacy/app.py': `import asyncio


async def fetch(n):
    await asyncio.sleep(0)
    return n * n


async def main():
    loop = asyncio.get_event_loop()
    tasks = [loop.create_task(fetch(n)) for n in range(3)]
    return await asyncio.gather(*tasks)


loop = asyncio.get_event_loop()
try:
    print(loop.run_until_complete(main()))  # [0, 1, 4]
finally:
    loop.close()
`,
  'legacy/helper.py': `import asyncio


async def load():
    return 42


values = (asyncio.run(load()) for _ in range(2))
`,
  'notebooks/nested.ipynb': notebook(
    'import asyncio\n\nimport nest_asyncio\n\nnest_asyncio.apply()',
    'async def main():\n    return 42',
    'print(asyncio.run(main()))',
  ),
};

let built: string;
beforeAll(async () => {
  built = buildPackage();
  await loadParser();
});
afterAll(() => removeFolders());

describe.each(PAGES)('%s', (page) => {
  it('shows what its commands print', () => {
    const folder = makeScene(built, SCENE);
    const done: [Block, string][] = [];
    for (const block of readBlocks(page)) {
      if (block.file !== undefined) {
        mkdirSync(dirname(join(folder, block.file)), { recursive: true });
        writeFileSync(join(folder, block.file), block.text);
      } else if (block.language === 'console') done.push([block, follow(block, folder)]);
    }
    if (process.env.UPDATE_DOCS === '1') rewritePage(page, done);
    for (const [block, text] of done) expect(text).toBe(process.env.UPDATE_DOCS === '1' ? text : block.text);
  });

  it('shows workflows whose commands work', () => {
    const lines = readBlocks(page)
      .filter(({ language }) => language === 'yaml')
      .flatMap(({ text }) => [...text.matchAll(/- run: (.*loopshift .+)/g)].map(([, line = '']) => line));
    const folder = makeScene(built, SCENE);
    for (const line of lines) {
      const block = { language: 'console', file: undefined, text: `$ ${line}; echo "exit $?"\n`, start: 0, end: 0 };
      // 1: something would change, which is what such a workflow is for
      expect(follow(block, folder)).toMatch(/^exit [01]$/m);
    }
    expect(lines.length > 0).toBe(page === 'README.md');
  });

  it('holds no block that nothing checks', () => {
    // Cells are taken to a script and back by round-trip.test.ts
    const isChecked = (language: string) => language === 'console' || language === 'ipython';
    const unchecked = readBlocks(page).filter(({ language, file }) => !isChecked(language) && file === undefined);
    expect(unchecked.map(({ text }) => text)).toEqual([]);
  });

  it('holds no file that nothing uses', () => {
    const blocks = readBlocks(page);
    const commands = blocks
      .filter(({ language }) => language === 'console')
      .map(({ text }) => text.replace(/^[^$].*$/gm, ''));
    // Of docs/patterns.md each file is converted to every target when the page is made (docs.test.ts); workflows are run below.
    const isUsed = (file: string) =>
      /^(?:patterns|\.github)\//.test(file) ||
      commands.some((text) => text.includes(file) || text.includes(` ${file.split('/')[0]}`));
    expect(blocks.flatMap(({ file }) => (file === undefined || isUsed(file) ? [] : [file]))).toEqual([]);
  });

  it('holds Python that parses', () => {
    for (const { language, text } of readBlocks(page)) {
      if (language === 'python') expect(parseModule(openDocument({ path: 'a.py', text })).faults).toEqual([]);
    }
  });

  it('leads to pages that are there', () => {
    const text = readFileSync(join(root, page), 'utf8').replace(/^```[\s\S]*?^```/gm, '');
    const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => link);
    const local = links.filter((link) => !/^https?:/.test(link));
    const missing = local.filter((link) => !existsIn(dirname(join(root, page)), link));
    expect(missing).toEqual([]);
  });

  it('names options and npm scripts that there are', () => {
    const text = readFileSync(join(root, page), 'utf8');
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
    const named = [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const options =
      readFileSync(join(root, 'src/cli/option.ts'), 'utf8') + readFileSync(join(root, 'src/cli/run.ts'), 'utf8');
    const flags = [...text.matchAll(/loopshift (?:convert|run|scan)\b[^\n`]*/g)].flatMap(([line]) =>
      [...line.matchAll(/ --(?:no-)?([a-z][-a-z]+)/g)].map(([, name = '']) => name),
    );
    expect(flags.filter((name) => !options.includes(`name: '${name}'`))).toEqual([]);
  });
});

it('pre-commit runs commands that there are', () => {
  const hooks = readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8');
  const entries = [...hooks.matchAll(/entry: loopshift (.+)/g)].map(([, line = '']) => line);
  const folder = makeScene(built, { 'a.py': 'x = 1\n' });
  const block = (text: string): Block => ({ language: 'console', file: undefined, text, start: 0, end: 0 });
  for (const entry of entries) {
    expect(follow(block(`$ loopshift ${entry} --quiet a.py && echo fine\n`), folder)).toContain('\nfine\n');
  }
  expect(entries).toHaveLength(2);
});

function existsIn(folder: string, link: string): boolean {
  try {
    return readdirSync(dirname(join(folder, link))).includes(
      join(folder, link).replace(/\/$/, '').split('/').at(-1) ?? '',
    );
  } catch {
    return false;
  }
}

function notebook(...cells: readonly string[]): string {
  const made = cells.map((source, index) => ({
    cell_type: 'code',
    execution_count: null,
    id: `cell-${index + 1}`,
    metadata: {},
    outputs: [],
    source: source.split(/(?<=\n)/),
  }));
  return `${JSON.stringify({ cells: made, metadata: {}, nbformat: 4, nbformat_minor: 5 }, undefined, 1)}\n`;
}
