import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiReport } from '../scripts/api/report.js';
import { GENERATED, generatePages } from '../scripts/docs/pages.js';
import { explain } from '../src/catalog/explanation.js';
import { catalog, isDiagnosticCode } from '../src/catalog/index.js';
import { loadParser } from '../src/python/parser.js';
import { buildCommandLine, commandLine, loopshift } from './support/command-line.js';

const root = join(__dirname, '..');
const CODES = Object.keys(catalog).filter(isDiagnosticCode);

describe('generated pages', () => {
  it('are up to date (npm run docs)', async () => {
    await loadParser();
    buildCommandLine();
    const pages = generatePages(root, commandLine());
    const stale = [...pages].filter(([path, text]) => read(path) !== text).map(([path]) => path);
    const left = GENERATED.flatMap((folder) => readdirSync(join(root, folder)).map((file) => `${folder}/${file}`));
    expect([...stale, ...left.filter((path) => !pages.has(path))]).toEqual([]);
  });

  it('say what `explain` says', () => {
    buildCommandLine();
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

  it('exports every type that it speaks of', () => {
    expect(read('api/loopshift.api.md')).not.toContain('Reached, and not exported');
  });
});

/** What no fixture can raise, and the test that does. */
const RAISED_BY_TESTS: Readonly<Record<string, string>> = {
  LS107: 'batch/run',
  LS108: 'batch/run',
  LS114: 'failures',
  LS115: 'cli/interview',
  LS204: 'failures',
  LS303: 'failures',
  LS901: 'batch/run',
  LS902: 'failures',
  LS907: 'cli/verify',
  LS908: 'cli/verify',
};

describe('every diagnostic', () => {
  // The example of a page is a fixture, or a file that is not what it claims, that raised it when the page was made.
  const without = CODES.filter((code) => !read(`docs/diagnostics/${code}.md`)?.includes('\n## Example\n'));

  it('has a page with an example that raises it, or a test that does', () => {
    expect(without).toEqual(Object.keys(RAISED_BY_TESTS));
  });

  it.each(Object.entries(RAISED_BY_TESTS))('%s is raised by %s.test.ts', (code, file) => {
    expect(read(`__tests__/${file}.test.ts`)).toContain(code);
  });

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
