import { join } from 'node:path';
import { transforms } from '../transforms/index.js';
import { applyTransform } from './apply.js';
import { findTransformFile, loadTransform } from './batch/load-transform.js';
import { convert } from './convert.js';
import { TARGET_NAMES } from './options.js';
import { loadParser } from './python/parser.js';
import type { Result } from './result.js';
import { type Case, type CaseOptions, readCases, readSubfolders, requireCases, updateCase } from './testing/cases.js';
import { findRunner } from './testing/runner.js';
import { judge } from './testing/verdict.js';
import type { Conversion, Transform } from './transform.js';

export type { CaseOptions } from './testing/cases.js';

/** A transform, or the name of one: `to-notebook`, a named one, or a file `../<name>.ts` or `../transforms/<name>.ts`. */
export type Subject = string | Transform | Conversion;

/**
 * Defines one test for each case in `<dirName>/../__testfixtures__/<transformName>/`:
 *
 *     <case>.input.py      what is converted (or .ipynb)
 *     <case>.output.py     what it becomes; absent where it must stay as it is
 *     <case>.options.json  options of this case (optional); those of the transform itself below `options`
 *
 * A diagnostic that is expected stands as a comment on its line, `# LS201`; several are separated by spaces. Bytes are
 * compared. Folders below are taken as well. `UPDATE_FIXTURES=1` writes the outputs.
 *
 * Uses `describe` and `it` of jest or vitest where they are global, else Node's own test runner.
 *
 * @param dirName the folder of the test file: `import.meta.dirname`, or `__dirname`
 * @param transform its name, or the transform itself
 * @param fixture a folder below, instead of the folder itself
 * @throws where there is no case at all, and where a file belongs to none
 */
export function defineTest(dirName: string, transform: Subject, options: CaseOptions = {}, fixture?: string): void {
  const name = nameOf(transform);
  const folder = join(dirName, '..', '__testfixtures__', name);
  const apply = subject(transform, dirName);
  const { describe, it } = findRunner();
  const folders = fixture !== undefined ? [fixture] : ['', ...readSubfolders(folder)];
  requireCases(folder, folders);
  for (const below of folders) {
    describe(`fixtures of ${[name, below].filter(Boolean).join('/')}`, () => {
      for (const each of readCases(join(folder, below), options)) {
        it(each.isNoOp ? `leaves ${each.name}` : each.name, async () => {
          await loadParser();
          checkCase(each, ['__testfixtures__', name, below].filter(Boolean).join('/'), apply);
        });
      }
    });
  }
}

/** Defines one test from texts: `output` is what `input` becomes. Checks what {@link defineTest} checks. */
export function defineInlineTest(
  transform: Subject,
  options: CaseOptions & { readonly path?: string },
  input: string,
  output: string,
  name: string = input,
): void {
  const apply = subject(transform, process.cwd());
  findRunner().it(name, async () => {
    await loadParser();
    const { path = 'inline.py', ...rest } = options;
    const convert = (text: string) => apply(path, text, rest);
    const files = { inputFile: 'the input', ...(output !== input && { outputFile: 'the output' }) };
    judge(convert(input), { input, output, ...files, diagnostics: rest.diagnostics ?? [] }, convert);
  });
}

/** What is tested: one text's way through a conversion or a transform. */
type Apply = (path: string, text: string, options: CaseOptions) => Result;

function checkCase(each: Case, folder: string, apply: Apply): void {
  const path = each.name + each.extension;
  const convert = (text: string) => apply(path, text, each.options);
  const result = convert(each.input);
  const isUpdate = process.env.UPDATE_FIXTURES === '1';
  if (isUpdate) updateCase(each, result.output);
  const isNoOp = isUpdate ? result.output === each.input : each.isNoOp;
  const expectation = {
    input: each.input,
    output: isUpdate ? result.output : each.output,
    inputFile: `${folder}/${each.name}.input${each.extension}`,
    ...(!isNoOp && { outputFile: `${each.name}.output${each.extension}` }),
    diagnostics: each.options.diagnostics ?? [],
  };
  judge(result, expectation, convert);
}

function nameOf(transform: Subject): string {
  return typeof transform === 'string' ? transform : transform.name;
}

function subject(transform: Subject, dirName: string): Apply {
  const to = TARGET_NAMES.find((name) => transform === `to-${name}`);
  if (to !== undefined) {
    return (path, text, options) => convert({ path, text }, { to, ...settingsOf(options) });
  }
  const found = typeof transform === 'string' ? findTransform(transform, dirName) : transform;
  return (path, text, options) => applyTransform(found, { path, text }, options.options ?? {}, settingsOf(options));
}

function settingsOf({ diagnostics: _, behaviour: __, options: ___, ...settings }: CaseOptions) {
  return settings;
}

function findTransform(name: string, dirName: string): Transform | Conversion {
  const known = transforms.find((transform) => transform.name === name);
  if (known !== undefined) return known;
  const [file] = ['..', '../transforms'].flatMap((folder) => findTransformFile(join(dirName, folder, name)) ?? []);
  if (file !== undefined) return loadTransform(file);
  throw new Error(`loopshift: no transform is called ${name}, and no file ../${name}.ts or ../transforms/${name}.ts`);
}
