import { join } from 'node:path';
import { convert } from './convert.js';
import { type ConvertOptions, TARGET_NAMES } from './options.js';
import { loadParser } from './python/parser.js';
import type { Result } from './result.js';
import { type Case, type CaseOptions, readCases, readSubfolders, updateCase } from './testing/cases.js';
import { actualDiagnostics, expectedDiagnostics, inReadingOrder } from './testing/expectations.js';
import { findBroken } from './testing/invariants.js';

/**
 * Defines one test for each case in `<dirName>/../__testfixtures__/<transformName>/`:
 *
 *     <case>.input.py      what is converted (or .ipynb)
 *     <case>.output.py     what it becomes; absent where it must stay as it is
 *     <case>.options.json  options of this case (optional)
 *
 * A diagnostic that is expected stands as a comment on its line, `# LS201`; several are separated by spaces. Bytes are
 * compared. Folders below that hold an `options.json` are taken as well. `UPDATE_FIXTURES=1` writes the outputs.
 *
 * Needs the globals `describe`, `it`, `beforeAll` and `expect`, as jest and vitest give them.
 *
 * @param transformName `to-notebook`, `to-repl`, `to-script` or `to-portable`
 * @param fixture a folder below, instead of the folder itself
 */
export function defineTest(
  dirName: string,
  transformName: string,
  options: ConvertOptions = {},
  fixture?: string,
): void {
  const folder = join(dirName, '..', '__testfixtures__', transformName);
  const folders = fixture !== undefined ? [fixture] : ['', ...readSubfolders(folder)];
  for (const name of folders) {
    describe(`fixtures of ${[transformName, name].filter(Boolean).join('/')}`, () => {
      beforeAll(() => loadParser());
      const cases = readCases(join(folder, name), options);
      for (const each of cases) {
        it(each.isNoOp ? `leaves ${each.name}` : each.name, () => checkCase(each, transformName));
      }
    });
  }
}

/** Defines one test from texts: `output` is what `input` becomes. Checks what {@link defineTest} checks. */
export function defineInlineTest(
  transformName: string,
  options: CaseOptions & { readonly path?: string },
  input: string,
  output: string,
  name: string = input,
): void {
  it(name, async () => {
    await loadParser();
    const { path = 'inline.py', ...rest } = options;
    check(transformName, path, input, output, rest);
  });
}

function checkCase(each: Case, transformName: string): void {
  const path = each.name + each.extension;
  if (process.env.UPDATE_FIXTURES !== '1') {
    check(transformName, path, each.input, each.output, each.options);
    return;
  }
  const output = apply(transformName, path, each.input, each.options).output;
  updateCase(each, output);
  check(transformName, path, each.input, output, each.options);
}

function check(transformName: string, path: string, input: string, output: string, options: CaseOptions): void {
  const conversion = (text: string) => apply(transformName, path, text, options);
  const result = conversion(input);
  expect(result.output).toBe(output);
  const comments = result.document === undefined ? [] : expectedDiagnostics(result.document);
  expect(inReadingOrder(actualDiagnostics(result))).toEqual(
    inReadingOrder([...comments, ...(options.diagnostics ?? [])]),
  );
  expect(findBroken(result, conversion)).toEqual([]);
}

function apply(transformName: string, path: string, text: string, options: CaseOptions): Result {
  const { diagnostics: _, ...rest } = options;
  const to = TARGET_NAMES.find((name) => transformName === `to-${name}`);
  if (to === undefined) throw new Error(`loopshift: no transform is called ${transformName}`);
  return convert({ path, text }, { to, ...rest });
}
