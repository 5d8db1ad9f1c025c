import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert } from '../../src/convert.js';
import { decode } from '../../src/documents/encoding.js';
import { openDocument } from '../../src/documents/index.js';
import { findChangedParts } from '../../src/python/changed-parts.js';
import { parseModule } from '../../src/python/module.js';
import { loadParserSync } from '../../src/python/parser.js';
import type { Edit } from '../../src/text.js';

beforeAll(() => loadParserSync());

const fixtures = join(__dirname, '../../__testfixtures__');
const cases = (readdirSync(fixtures, { recursive: true }) as string[])
  .filter((name) => /\.input\.(py|ipynb)$/.test(name) && !name.includes('encoding'))
  .sort();

/** What a form might write by mistake. */
const MISTAKES = ['(', ')', '"""', "'", '\\\n', '\\\r\n', '\n  x', 'if x:\n', '@', 'async ', ': ', '\n', ''];

it('finds every syntax error that the whole output has, and mostly without the rest of it', () => {
  const counts = { outputs: 0, parted: 0, broken: 0, doubted: 0, parsed: 0, whole: 0 };
  for (const name of cases) {
    let text: string;
    try {
      ({ text } = decode(readFileSync(join(fixtures, name))));
    } catch {
      continue;
    }
    const { document, edits, status } = convert({ path: name, text }, { to: 'notebook' });
    if (status !== 'changed' || document === undefined) continue;
    const before = parseModule(document);
    for (const mistake of MISTAKES) {
      const wrong: readonly Edit[] = edits.map((edit, index) => (index === 0 ? { ...edit, text: mistake } : edit));
      const output = openDocument({ path: name, text: document.splice(wrong) });
      const whole = parseModule(output).faults.length > before.faults.length;
      const parts = findChangedParts(before, output, wrong);
      counts.outputs += 1;
      if (whole) counts.broken += 1;
      if (parts === undefined) continue;
      counts.parted += 1;
      counts.whole += output.code.length;
      for (const cell of parts.document.cells) counts.parsed += cell.end - cell.start;
      const seen = parseModule(parts.document).faults.length > 0;
      // What only the parts complain of is looked at as a whole.
      if (whole && !seen) throw new Error(`${name} with ${JSON.stringify(mistake)} is broken, and its parts are not`);
      if (seen && !whole) counts.doubted += 1;
    }
  }
  expect(counts.broken).toBeGreaterThan(1000);
  expect(counts.parted / counts.outputs).toBeGreaterThan(0.8);
  expect(counts.parsed / counts.whole).toBeLessThan(0.8);
});
