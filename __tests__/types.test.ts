import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { templates } from '../src/cli/templates/index.js';
import { makeFolder, removeFolders } from './support/command-line.js';
import { readBlocks } from './support/walkthrough.js';

const root = join(__dirname, '..');

afterAll(() => removeFolders());

/** What a strict compiler says of files that import the package as it is published. */
function complaints(files: Readonly<Record<string, string>>): string {
  const folder = makeFolder(files);
  const types = join(folder, 'node_modules/loopshift/dist/types');
  mkdirSync(dirname(types), { recursive: true });
  writeFileSync(join(folder, 'node_modules/loopshift/package.json'), readFileSync(join(root, 'package.json')));
  const built = spawnSync(process.execPath, [join(root, 'scripts/build-declarations.mjs'), types], {
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stdout + built.stderr);
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2023',
    lib: ['es2023'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noImplicitReturns: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    noEmit: true,
  };
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  const tsc = join(dirname(createRequire(__filename).resolve('typescript/package.json')), 'bin/tsc');
  const run = spawnSync(process.execPath, [tsc, '-p', folder], { cwd: folder, encoding: 'utf8' });
  return run.stdout + run.stderr;
}

/** Each as a file of its own. */
function transformFiles(): Readonly<Record<string, string>> {
  const examples = readdirSync(join(root, 'examples/transforms'));
  const blocks = readBlocks('docs/writing-a-transform.md').filter(({ language }) => language === 'ts');
  return {
    ...Object.fromEntries(
      examples.map((file) => [file, readFileSync(join(root, 'examples/transforms', file), 'utf8')]),
    ),
    ...Object.fromEntries(blocks.map(({ text }, index) => [`block-${index}.ts`, text])),
    ...Object.fromEntries(
      templates.map(({ name, transform }) => [`template-${name}.ts`, transform.replaceAll('CODE', 'MY')]),
    ),
  };
}

const RIGHT_AND_WRONG = `
import { defineConversion, defineTransform, diagnose, replace, rewrite, type Result, applyTransform } from 'loopshift';
import { defineTest } from 'loopshift/testing';

const own = defineTransform({
  name: 'own',
  summary: '',
  options: {
    strict: { summary: '', default: false },
    times: { summary: '', default: 1 },
    style: { summary: '', default: 'a', choices: ['a', 'b'] },
    names: { summary: '', default: [] as readonly string[] },
  },
  *apply(module, { strict, times, style, names }, { python }) {
    const types: [boolean, number, string, readonly string[], \`3.\${number}\`] = [strict, times, style, names, python];
    for (const node of module.find('call')) yield diagnose(node, { code: 'MY001', message: types.join(' ') });
  },
});

export const result: Result = applyTransform(own, { path: 'a.py', text: '' }, { strict: true });
// @ts-expect-error: it has no such option
applyTransform(own, { path: 'a.py', text: '' }, { strickt: true });
// @ts-expect-error: it is a boolean
applyTransform(own, { path: 'a.py', text: '' }, { strict: 'yes' });

defineTest('.', own);
defineTest('.', 'own', { python: '3.12', options: { strict: true } });

// @ts-expect-error: a finding is yielded, not an edit
defineTransform({ name: '', summary: '', *apply(module) { for (const node of module.roots) yield replace(node, ''); } });
// @ts-expect-error: findings are yielded, not a text returned
defineTransform({ name: '', summary: '', apply: (module) => module.document.code.length });
// @ts-expect-error: a rewrite has a list of edits
export const one = (node: { start: number; end: number }) => rewrite(node, '', replace(node, ''));
// @ts-expect-error: there is no such severity
export const two = (node: { start: number; end: number }) => diagnose(node, { code: 'MY001', message: '', severity: 'fatal' });
// @ts-expect-error: there is no such target
export const three = defineConversion({ name: '', summary: '', convert: () => ({ to: 'shell' }) });
// @ts-expect-error: the default is none of the choices
defineTransform({ name: '', summary: '', options: { a: { summary: '', default: 1, choices: ['x'] } }, *apply() {} });
`;

it('transforms of the docs, the examples and the templates compile under a strict compiler', () => {
  const files = transformFiles();
  expect(Object.keys(files).length).toBeGreaterThan(9);
  expect(complaints({ ...files, 'right-and-wrong.ts': RIGHT_AND_WRONG })).toBe('');
});
