import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiReport } from '../scripts/api/report.js';
import { GENERATED, generatePages } from '../scripts/docs/pages.js';
import { explain } from '../src/catalog/explanation.js';
import { catalog, isDiagnosticCode } from '../src/catalog/index.js';
import { loadParser } from '../src/python/parser.js';
import { buildCommandLine, buildPackage, loopshift } from './support/command-line.js';
import { FAULTS, toldOf } from './support/faults.js';

const root = join(__dirname, '..');
const CODES = Object.keys(catalog).filter(isDiagnosticCode);

let pages: ReadonlyMap<string, string>;

beforeAll(async () => {
  await loadParser();
  buildCommandLine();
  pages = generatePages(root, buildPackage());
}, 300_000);

describe('generated pages', () => {
  it('are up to date (npm run docs)', () => {
    const stale = [...pages].filter(([path, text]) => read(path) !== text).map(([path]) => path);
    const left = GENERATED.flatMap((folder) => readdirSync(join(root, folder)).map((file) => `${folder}/${file}`));
    expect([...stale, ...left.filter((path) => !pages.has(path))]).toEqual([]);
  });

  it('say what `explain` says', () => {
    const words = (text: string) => text.replace(/\s+/g, ' ');
    const printed = words(loopshift(['explain', ...CODES]).out);
    const differing = CODES.filter((code) => {
      const { message, why, hint } = explain(code);
      const page = words(read(`docs/diagnostics/${code}.md`) ?? '');
      return ![message, why, hint].every((each) => page.includes(words(each)) && printed.includes(words(each)));
    });
    expect(differing).toEqual([]);
  });
});

describe('the public API', () => {
  const types = join(root, '.cache', `types-${process.env.JEST_WORKER_ID ?? '0'}`);

  it('is what api/loopshift.api.md says (npm run docs)', () => {
    const run = spawnSync(process.execPath, [join(root, 'scripts/build-declarations.mjs'), types], {
      encoding: 'utf8',
    });
    expect(run.stdout + run.stderr).toBe('');
    expect(apiReport(types)).toBe(read('api/loopshift.api.md'));
  });

  it('is spoken of, each function by name', () => {
    const report = read('api/loopshift.api.md') ?? '';
    const names = [...report.matchAll(/^export declare (?:const|function|class) (\w+)/gm)].map(([, name]) => name);
    const pages = `${read('docs/writing-a-transform.md')}${read('README.md')}`;
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(pages))).toEqual([]);
  });

  it('exports every type that it speaks of', () => {
    expect(read('api/loopshift.api.md')).not.toContain('Reached, and not exported');
  });
});

describe('every diagnostic', () => {
  // The example of a page is the plainest fixture that raises the code, or a run that does; made anew here, so it does so today.
  const raisedByPages = () =>
    CODES.filter((code) => pages.get(`docs/diagnostics/${code}.md`)?.includes('\n## Example\n'));

  it('has a page', () => {
    expect(CODES.filter((code) => read(`docs/diagnostics/${code}.md`) === undefined)).toEqual([]);
  });

  it('is raised by the example of its page, or by a fault that is made', () => {
    const isFault = (code: string) => Object.hasOwn(FAULTS, code);
    expect(CODES.filter((code) => !raisedByPages().includes(code))).toEqual(CODES.filter(isFault));
  });

  it.each(Object.entries(FAULTS).map(([code, { what, raise }]) => [code, what, raise] as const))(
    '%s is raised where %s',
    async (code, _, raise) => {
      const result = await raise();
      expect(toldOf(result)).toEqual([code]);
      expect(result.status).toBe(code === 'LS906' ? 'unchanged' : 'failed');
      expect(result.output).toBe(result.source.text);
    },
  );

  it('is named apart', () => {
    const names = CODES.map((code) => catalog[code].name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

function read(path: string): string | undefined {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}
