import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportDocument } from '../src/export.js';
import { loadParser } from '../src/python/parser.js';
import { actualDiagnostics, expectedDiagnostics, inReadingOrder } from '../src/testing/expectations.js';

/**
 * `<case>.ipynb` becomes `<case>.py`; where there is none, it cannot be exported. Codes that are expected stand as comments
 * on their lines, or where a line may not have one, in `<case>.diagnostics.json`.
 */
const folder = join(__dirname, '..', '__testfixtures__', 'export-script');
const cases = readdirSync(folder).filter((file) => file.endsWith('.ipynb'));

beforeAll(() => loadParser());

it.each(cases)('exports %s', (file) => {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const { result, output } = exportDocument({ path: file, text });
  const expected = path.replace(/\.ipynb$/, '.py');
  if (process.env.UPDATE_FIXTURES === '1' && output !== undefined) writeFileSync(expected, output);
  expect(output).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : undefined);
  const listed = path.replace(/\.ipynb$/, '.diagnostics.json');
  const more = existsSync(listed) ? (JSON.parse(readFileSync(listed, 'utf8')) as string[]) : [];
  const comments = result.document === undefined ? [] : expectedDiagnostics(result.document);
  expect(inReadingOrder(actualDiagnostics(result))).toEqual(inReadingOrder([...comments, ...more]));
  expect(exportDocument({ path: file, text }).output).toBe(output);
});
