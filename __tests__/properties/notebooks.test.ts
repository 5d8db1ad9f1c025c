import * as fc from 'fast-check';
import { convert } from '../../src/convert.js';
import { openDocument } from '../../src/documents/index.js';
import { loadParserSync } from '../../src/python/parser.js';
import { findBroken } from '../../src/testing/invariants.js';

const numRuns = Number(process.env.LOOPSHIFT_RUNS ?? 150);
/** The same programs on every run; `LOOPSHIFT_SEED=random` looks elsewhere. */
const seed = process.env.LOOPSHIFT_SEED === 'random' ? Date.now() : Number(process.env.LOOPSHIFT_SEED ?? 1);

beforeAll(() => loadParserSync());

const codeText = fc.constantFrom(
  '',
  'import asyncio',
  'asyncio.run(main())',
  'async def main():\n    return "é😀\u2028"\n',
  'x = asyncio.run(main())  # tail\nprint(x)',
  '%matplotlib inline\n!pip install x\nasyncio.run(main())\n',
  '%%bash\nasyncio.run(x)',
  '%%time\nasyncio.run(main())',
  'await main()\n',
  'text = """\n%%time\n"""\r\nasyncio.run(main())\r\n',
  'this is not Python',
  'a?\n?b\nasyncio.run(main());',
);

const cell = fc.record({
  type: fc.constantFrom('code', 'code', 'code', 'markdown', 'raw'),
  text: codeText,
  split: fc.constantFrom('list', 'string', 'odd'),
  extra: fc.jsonValue({ maxDepth: 2 }),
  id: fc.option(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 8 })),
});

/** Notebooks as different tools write them: indent, escapes, order of keys, final newline, list or string sources. */
const notebook = fc
  .record({
    cells: fc.array(cell, { maxLength: 6 }),
    indent: fc.constantFrom<number | string | undefined>(undefined, 1, 2, 4, '\t'),
    ascii: fc.boolean(),
    reversed: fc.boolean(),
    newline: fc.boolean(),
    metadata: fc.jsonValue({ maxDepth: 2 }),
  })
  .map(({ cells, indent, ascii, reversed, newline, metadata }) => {
    const entries = cells.map(({ type, text, split, extra, id }) => ({
      cell_type: type,
      ...(id === null ? {} : { id }),
      metadata: { extra },
      ...(type === 'code'
        ? { execution_count: null, outputs: [{ output_type: 'stream', name: 'stdout', text: [text] }] }
        : {}),
      source: split === 'string' ? text : split === 'odd' ? text.split(/(?<= )/) : text.split(/(?<=\n)/),
    }));
    const root = { cells: entries, metadata: { kept: metadata }, nbformat: 4, nbformat_minor: 5 };
    const ordered = reversed ? Object.fromEntries(Object.entries(root).reverse()) : root;
    const text = JSON.stringify(ordered, null, indent) + (newline ? '\n' : '');
    return ascii
      ? text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      : text;
  });

it('gives back every notebook that is not edited', () => {
  fc.assert(
    fc.property(notebook, (text) => {
      expect(openDocument({ path: 'nb.ipynb', text }).splice([])).toBe(text);
    }),
    { numRuns, seed },
  );
});

it.each(['notebook', 'script', 'portable'] as const)(
  '--to %s changes the sources of code cells and nothing else',
  (to) => {
    fc.assert(
      fc.property(notebook, (text) => {
        const run = (source: string) => convert({ path: 'nb.ipynb', text: source }, { to });
        const result = run(text);
        expect(result.status).not.toBe('failed');
        expect(withoutSources(result.output)).toEqual(withoutSources(text));
        expect(findBroken(result, run)).toEqual([]);
      }),
      { numRuns, seed },
    );
  },
);

function withoutSources(text: string): unknown {
  const root = JSON.parse(text) as { cells: { cell_type: string; source?: unknown }[] };
  for (const each of root.cells) if (each.cell_type === 'code') delete each.source;
  return root;
}
