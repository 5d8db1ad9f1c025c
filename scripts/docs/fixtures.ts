import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyTransform } from '../../src/apply.js';
import { convert } from '../../src/convert.js';
import { exportDocument } from '../../src/export.js';
import { TARGET_NAMES } from '../../src/options.js';
import type { Result } from '../../src/result.js';
import { type Case, readCases, readSubfolders } from '../../src/testing/cases.js';
import { transforms } from '../../transforms/index.js';

/** A case of the fixtures, and how it is run. */
export interface Fixture {
  /** `to-notebook/standing` */
  readonly folder: string;
  readonly case: Case;
  /** The command that does the same: `loopshift convert --to notebook`. */
  readonly command: string;
  run(): Result;
}

/** Every case of every conversion, named transform and export. */
export function readFixtures(root: string): readonly Fixture[] {
  const folder = join(root, '__testfixtures__');
  return [...readConversions(folder), ...readExports(folder)];
}

function readConversions(folder: string): readonly Fixture[] {
  const conversions = TARGET_NAMES.map((to) => ({ name: `to-${to}`, command: `loopshift convert --to ${to}` }));
  const named = transforms.map(({ name }) => ({ name, command: `loopshift run ${name}` }));
  return [...conversions, ...named]
    .filter(({ name }) => existsSync(join(folder, name)))
    .flatMap(({ name, command }) =>
      ['', ...readSubfolders(join(folder, name))].flatMap((below) =>
        readCases(join(folder, name, below), {}).map((each) =>
          toFixture(name, [name, below].filter(Boolean).join('/'), command, each),
        ),
      ),
    );
}

/** Notebooks that become scripts: `<case>.ipynb`, with the codes that no comment can name in `<case>.diagnostics.json`. */
function readExports(folder: string): readonly Fixture[] {
  const exports = join(folder, 'export-script');
  if (!existsSync(exports)) return [];
  const files = readdirSync(exports).filter((file) => file.endsWith('.ipynb'));
  return files.map((file) => {
    const path = join(exports, file);
    const input = readFileSync(path, 'utf8');
    const listed = path.replace(/\.ipynb$/, '.diagnostics.json');
    const diagnostics = existsSync(listed) ? (JSON.parse(readFileSync(listed, 'utf8')) as string[]) : [];
    const each = { name: file.replace(/\.ipynb$/, ''), extension: '.ipynb', input, output: input, outputPath: path };
    return {
      folder: 'export-script',
      case: { ...each, isNoOp: false, options: { diagnostics } },
      command: 'loopshift convert -o demo.py',
      run: () => exportDocument({ path: file, text: input }).result,
    };
  });
}

function toFixture(name: string, folder: string, command: string, each: Case): Fixture {
  const { diagnostics: _, behaviour: __, homePython: ___, options = {}, ...settings } = each.options;
  const source = { path: each.name + each.extension, text: each.input };
  const transform = transforms.find((known) => known.name === name);
  const to = TARGET_NAMES.find((target) => name === `to-${target}`);
  const flags = [
    ...Object.entries(settings).flatMap(([key, value]) => flag(key, value)),
    ...Object.entries(options).map(([key, value]) => `--option ${name}.${key}=${String(value)}`),
  ];
  return {
    folder,
    case: each,
    // a case may say itself what it is converted to
    command: [settings.to === undefined ? command : 'loopshift convert', ...flags].join(' '),
    run: () =>
      transform === undefined
        ? convert(source, { ...(to !== undefined && { to }), ...settings })
        : applyTransform(transform, source, options, settings),
  };
}

/** An option of the library as the command line spells it. */
function flag(key: string, value: unknown): readonly string[] {
  const name = key.replace(/s$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  if (value === true) return [`--${key === 'clearErrors' ? 'clear-errors' : name}`];
  if (value === false) return [`--no-${name}`];
  return [`--${name} ${Array.isArray(value) ? value.join(',') : String(value)}`];
}
