import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { forms } from '../src/forms/index.js';
import { TARGET_NAMES } from '../src/options.js';
import { transforms } from '../transforms/index.js';

/** A row of the layers: what its files may import, as paths from the root; `types`: with `import type` only. */
interface Row {
  readonly files: RegExp;
  readonly may: readonly RegExp[];
  readonly types?: readonly RegExp[];
  readonly packages?: readonly string[];
}

const TEXT = /^src\/text$/;
const VERSION = /^src\/python\/version$/;
const CATALOG = /^src\/catalog\//;
const FINDINGS = /^src\/findings$/;
const DIAGNOSTICS = /^src\/diagnostics$/;
const OPTIONS = /^src\/options$/;
const RESULT = /^src\/result$/;
const DOCUMENTS = /^src\/documents\//;
const DOCUMENT = /^src\/documents\/document$/;
const PYTHON = /^src\/python\/(?!backend\/)/;
const EDITS = /^src\/(edits|removals|unbound)$/;
const SUPPRESSIONS = /^src\/suppressions$/;
const FORMS = /^src\/forms\//;
const FORM = /^src\/forms\/form$/;
const ANALYSIS = /^src\/analysis\//;
const TARGETS = /^src\/targets\//;
const PLAN = /^src\/(?:plan|decide|settle)$/;
const PIPELINE = /^src\/pipeline$/;
const TRANSFORM = /^src\/transform$/;
const POLICY_STEP = /^src\/policy-step$/;
const SEQUENCE = /^src\/sequence$/;
const CONVERT = /^src\/convert$/;
const LOWER = [TEXT, VERSION, CATALOG, FINDINGS, DIAGNOSTICS, OPTIONS, RESULT, DOCUMENTS, PYTHON, EDITS];
const API = /^src\/index$/;
const ANYTHING = /^src\//;

/** A file belongs to the first row that matches it, imports from its own folder, and from rows above. */
const LAYERS: readonly Row[] = [
  { files: /^src\/(text|python\/version)$/, may: [] },
  { files: /^src\/(findings|catalog\/[\w-]+)$/, may: [TEXT, CATALOG], types: [/^src\/python\/node$/] },
  { files: /^src\/(diagnostics|options)$/, may: [TEXT, VERSION, CATALOG, FINDINGS] },
  { files: /^src\/result$/, may: [], types: [TEXT, FINDINGS, OPTIONS, DOCUMENT] },
  { files: DOCUMENTS, may: [TEXT, DOCUMENTS], packages: ['node:buffer', 'node:util', 'node:crypto', 'magic-string'] },
  {
    files: /^src\/python\/backend\//,
    may: [/^src\/python\/backend\//],
    packages: ['node:module', 'node:os', 'node:path', 'tree-sitter', 'web-tree-sitter'],
  },
  { files: /^src\/python\/parser$/, may: [TEXT, /^src\/python\//], packages: ['node:v8', 'node:vm'] },
  { files: /^src\/python\/tree$/, may: [TEXT, PYTHON], types: [/^src\/python\/backend\/backend$/] },
  { files: PYTHON, may: [TEXT, PYTHON], types: [DOCUMENT] },
  {
    files: /^src\/(edits|removals|unbound|suppressions)$/,
    may: [TEXT, PYTHON, CATALOG, FINDINGS, DIAGNOSTICS, EDITS],
    types: [DOCUMENT],
  },
  { files: FORMS, may: [TEXT, PYTHON, CATALOG, FINDINGS, DIAGNOSTICS, EDITS, FORMS], types: [OPTIONS, DOCUMENT] },
  {
    files: ANALYSIS,
    may: [TEXT, PYTHON, CATALOG, FINDINGS, DIAGNOSTICS, EDITS, FORM, ANALYSIS],
    types: [OPTIONS, DOCUMENT],
  },
  {
    files: TARGETS,
    may: [TEXT, PYTHON, CATALOG, FINDINGS, DIAGNOSTICS, SUPPRESSIONS, FORMS, ANALYSIS, TARGETS],
    types: [OPTIONS, DOCUMENT, RESULT],
  },
  {
    files: PLAN,
    may: [TEXT, PYTHON, CATALOG, FINDINGS, DIAGNOSTICS, EDITS, SUPPRESSIONS, FORM, ANALYSIS, PLAN],
    types: [RESULT, OPTIONS, DOCUMENT, /^src\/targets\/target$/],
  },
  {
    files: POLICY_STEP,
    may: [TEXT, PYTHON, DIAGNOSTICS, FORMS, ANALYSIS],
    types: [/^src\/targets\/target$/],
  },
  { files: PIPELINE, may: [...LOWER, SUPPRESSIONS] },
  { files: CONVERT, may: [...LOWER, SUPPRESSIONS, PIPELINE, FORMS, ANALYSIS, TARGETS, PLAN, POLICY_STEP, SEQUENCE] },
  {
    files: /^src\/export(?:\/|-\w+$|$)/,
    may: [...LOWER, PIPELINE, ANALYSIS, CONVERT, /^src\/export(?:\/|-\w+$)/],
    types: [RESULT, OPTIONS],
  },
  { files: TRANSFORM, may: [TEXT, DIAGNOSTICS], types: [CATALOG, FINDINGS, OPTIONS, PYTHON] },
  { files: SEQUENCE, may: [], types: [TEXT, FINDINGS, RESULT, DOCUMENT] },
  { files: /^src\/(?:apply$|own\/)/, may: [...LOWER, SUPPRESSIONS, PIPELINE, CONVERT, TRANSFORM, /^src\/own\//] },
  {
    files: /^src\/(index|testing)$|^src\/testing\//,
    may: [/^src\/(?!cli\/|reporters\/)/, /^transforms\/index$/],
    packages: ['node:fs', 'node:path', 'node:module', 'diff'],
  },
  { files: /^transforms\//, may: [API, /^transforms\//] },
  {
    files: /^src\/reporters\//,
    may: [TEXT, CATALOG, /^src\/reporters\//],
    types: [RESULT, FINDINGS, DOCUMENT, OPTIONS],
    packages: ['diff', 'picocolors', 'diff2html', 'diff2html/lib/types.js', 'node:crypto'],
  },
  {
    files: /^src\/batch\//,
    may: [/^src\/(?!cli\/)/],
    packages: ['node:*', 'diff', 'ignore', 'jiti', 'smol-toml', 'write-file-atomic'],
  },
  {
    // What a process begins with loads the rest by name.
    files: /^src\/cli\/start\//,
    may: [/^src\/cli\/start\//],
    packages: ['node:fs', 'node:os', 'node:path', 'node:v8', 'node:vm', 'node:zlib', 'write-file-atomic'],
  },
  { files: /^src\/cli\//, may: [ANYTHING, /^transforms\//], packages: ['*'] },
];

/** Files outside src/cli that read the environment, and why. */
const READS_ENVIRONMENT: Readonly<Record<string, string>> = {
  'src/python/parser': 'LOOPSHIFT_PARSER chooses the backend, in the library too',
  'src/testing': 'UPDATE_FIXTURES writes the outputs',
};

/** Fixture folders that no test here runs, and what does. */
const RUN_ELSEWHERE: Readonly<Record<string, string>> = {
  behaviour: 'scripts/behaviour: under real Pythons and kernels',
  'guard-shapes': 'docs.test: docs/guards.md says what becomes of each; scripts/behaviour runs them',
  patterns: 'docs.test: docs/patterns.md says what becomes of each; scripts/behaviour runs them',
};

/** What stands against a rule below, and why. */
const ACCEPTED: Readonly<Record<string, string>> = {
  'src/python/stdlib': 'it lists every module of the library',
  'src/python/imports': 'an import is added where the sorted standard library would have it',
  'src/targets/repl imports src/targets/notebook':
    'a loop is running in both; only the shapes differ that are legal there',
  'src/python/resolve': '`python -m asyncio` has imported it before the first line',
};

/** Folders with a registry, and the type of what it lists. */
const REGISTRIES: readonly (readonly [folder: string, type: string])[] = [
  ['src/documents', 'DocumentFormat'],
  ['src/forms', 'Form'],
  ['src/targets', 'Target'],
  ['src/reporters', 'Reporter'],
  ['transforms', 'Transform'],
  ['transforms', 'Conversion'],
];

const root = join(__dirname, '..');
const files = [...sources('src'), ...sources('transforms')];

describe('layers', () => {
  it.each(files.map((file) => [file]))('%s imports what its row may know', (file) => {
    const row = LAYERS.find(({ files: pattern }) => pattern.test(file));
    if (row === undefined) throw new Error(`${file} is in no row of the table`);
    const refused = importsOf(file).filter((each) => !isAllowed(each, row, file));
    expect(refused.map((each) => `${each.type ? 'type ' : ''}${each.name}`)).toEqual([]);
  });

  it.each(['forms', 'targets'])('%s do not know each other', (folder) => {
    const listed = new Set(importsOf(`src/${folder}/index`).map((each) => each.name));
    const entries = registered(`src/${folder}`, folder === 'forms' ? 'Form' : 'Target').filter((file) =>
      listed.has(file),
    );
    const known = entries.flatMap((file) =>
      importsOf(file)
        .filter((each) => entries.includes(each.name) && !each.type)
        .map((each) => `${file} imports ${each.name}`),
    );
    expect(known.filter((each) => !(each in ACCEPTED))).toEqual([]);
  });

  it('the plan names no form and no target', () => {
    const code = ['src/plan', 'src/decide', 'src/settle'].map((file) => withoutComments(read(file))).join('\n');
    const names = [...forms.map((form) => form.name), ...TARGET_NAMES];
    expect(names.filter((name) => code.includes(`'${name}'`))).toEqual([]);
  });

  it('src/python knows nothing of asyncio', () => {
    const knowing = files.filter(
      (file) => file.startsWith('src/python/') && /asyncio/i.test(withoutComments(read(file))),
    );
    expect(knowing.filter((file) => !(file in ACCEPTED))).toEqual([]);
  });
});

describe('effects', () => {
  const outside = files.filter((file) => !file.startsWith('src/cli/'));

  it('only the command line prints', () => {
    expect(outside.filter((file) => /\bconsole\./.test(withoutComments(read(file))))).toEqual([]);
  });

  it('only the command line knows the process', () => {
    const knowing = outside.filter((file) => /\bprocess\.|from 'node:process'/.test(withoutComments(read(file))));
    expect(knowing).toEqual(Object.keys(READS_ENVIRONMENT).filter((file) => files.includes(file)));
  });

  it('only batches, the command line and the test harness read files', () => {
    const reading = outside.filter((file) =>
      importsOf(file).some(({ name }) => /^node:(fs|child_process|worker_threads)/.test(name)),
    );
    expect(reading.filter((file) => !/^src\/(batch\/|testing)/.test(file))).toEqual([]);
  });
});

describe('registries list their folder', () => {
  it.each(REGISTRIES.filter(([folder]) => existsSync(join(root, folder, 'index.ts'))))('%s', (folder, type) => {
    const listed = importsOf(`${folder}/index`).map((each) => each.name);
    expect(registered(folder, type).filter((file) => !listed.includes(file))).toEqual([]);
  });
});

describe('fixtures', () => {
  const folder = join(root, '__testfixtures__');
  const named = transforms.map((transform) => transform.name);
  const names = readdirSync(folder).filter((name) => !(name in RUN_ELSEWHERE));

  it.each(names)('%s have a test file that runs them', (name) => {
    const file = named.includes(name) ? 'named-transforms' : name;
    expect(existsSync(join(root, '__tests__', `${file}.test.ts`))).toBe(true);
  });

  it.each(names)('%s have an input for each output', (name) => {
    const found = readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' });
    const orphans = found.filter(
      (file) => /\.output\.\w+$/.test(file) && !found.includes(file.replace(/\.output(\.\w+)$/, '.input$1')),
    );
    expect(orphans).toEqual([]);
  });
});

interface Import {
  /** A path from the root without its ending, or a package. */
  readonly name: string;
  readonly type: boolean;
  readonly local: boolean;
}

function importsOf(file: string): readonly Import[] {
  const found = withoutComments(read(file)).matchAll(
    /^(?:import|export)\s+(type\s)?(?:[^;'"]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return [...found].map(([, type, named, loaded]) => {
    const name = named ?? loaded ?? '';
    const local = name.startsWith('.');
    return {
      name: local ? posix.join(dirname(file), name).replace(/\.js$/, '') : name,
      type: type !== undefined,
      local,
    };
  });
}

function isAllowed({ name, type, local }: Import, row: Row, file: string): boolean {
  if (!local)
    return (
      type ||
      (row.packages ?? []).some(
        (each) => each === '*' || each === name || (each === 'node:*' && name.startsWith('node:')),
      )
    );
  if (name === 'package.json') return file.startsWith('src/cli/');
  return [...row.may, ...(type ? (row.types ?? []) : [])].some((pattern) => pattern.test(name));
}

/** Files of a folder that export an entry of its registry. */
function registered(folder: string, type: string): readonly string[] {
  const pattern = new RegExp(
    `^export (?:const \\w+: ${type}(?:<.*>)? =|default define${type}|const \\w+ = define${type})`,
    'm',
  );
  return files.filter((file) => dirname(file) === folder && pattern.test(read(file)));
}

function sources(folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/').replace(/\.ts$/, ''))
    .sort();
}

function read(file: string): string {
  return readFileSync(join(root, `${file}.ts`), 'utf8');
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|(?<=^|[\s;{(,])\/\/.*/g, '');
}
