import { explain, FAMILIES } from '../../src/catalog/explanation.js';
import { catalog, type DiagnosticCode, isDiagnosticCode } from '../../src/catalog/index.js';
import { remarks } from '../../src/reporters/remarks.js';
import type { Result } from '../../src/result.js';
import type { Fixture } from './fixtures.js';
import { block, listing, plainDiff, table } from './markdown.js';
import { showScene } from './scenes.js';

const CODES = Object.keys(catalog).filter(isDiagnosticCode);

/**
 * A page per code, with the plainest fixture that raises it, and a list of them all.
 *
 * @param built the folder that the package was built in, for what only a whole run can show
 */
export function diagnosticPages(fixtures: readonly Fixture[], built: string): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const code of CODES) pages.set(`docs/diagnostics/${code}.md`, page(code, fixtures, built));
  pages.set('docs/diagnostics/README.md', index());
  return pages;
}

/** One row a family, for the README. */
export function familyTable(): string {
  const rows = Object.entries(FAMILIES).map(([prefix, title]) => {
    const codes = CODES.filter((code) => code.startsWith(prefix));
    const [example] = codes;
    return [
      `${prefix}xx`,
      title,
      String(codes.length),
      example === undefined ? '' : `[${example}](docs/diagnostics/${example}.md) ${explain(example).name}`,
    ];
  });
  return table(['codes', 'about', 'number', 'for example'], rows);
}

function index(): string {
  const parts = Object.entries(FAMILIES).map(([prefix, title]) => {
    const rows = CODES.filter((code) => code.startsWith(prefix)).map((code) => {
      const { name, severity, message } = explain(code);
      return [`[${code}](${code}.md)`, name, severity, message];
    });
    return `## ${prefix}xx: ${title}\n\n${table(['code', 'name', 'severity', 'what it says'], rows)}`;
  });
  return `# Diagnostics\n\nWhat loopshift says where it leaves a site alone, or converts it with a caution. \`loopshift explain CODE\` prints the same pages.\n\n${parts.join('\n')}`;
}

function page(code: DiagnosticCode, fixtures: readonly Fixture[], built: string): string {
  const { name, severity, message, why, hint } = explain(code);
  const parts = [`# ${code} ${name}`, `*${severity}*: ${message}`, why, `**What to do:** ${hint}`];
  const example = findExample(code, fixtures);
  const shown = example === undefined ? showScene(code, built) : showExample(code, example.fixture, example.result);
  if (shown !== undefined) parts.push('## Example', ...shown);
  return `${parts.join('\n\n')}\n`;
}

interface Example {
  readonly fixture: Fixture;
  readonly result: Result;
}

/** The plainest file that raises the code: one that says little else, needs few options, is no notebook, and is short. */
function findExample(code: DiagnosticCode, fixtures: readonly Fixture[]): Example | undefined {
  const examples = fixtures
    .filter(
      ({ case: each }) => each.input.includes(code) || each.options.diagnostics?.some((text) => text.includes(code)),
    )
    .map((fixture) => ({ fixture, result: fixture.run() }))
    .filter(({ result }) => remarks(result).some((remark) => remark.code === code));
  const cost = ({ fixture, result }: Example) => {
    const { input, extension } = fixture.case;
    const others = new Set(remarks(result).map((remark) => remark.code)).size - 1;
    const options = fixture.command.split(' --').length - 1;
    return others * 400 + options * 60 + input.length + (extension === '.ipynb' ? 1e6 : 0);
  };
  return examples.sort((a, b) => cost(a) - cost(b) || (a.fixture.folder < b.fixture.folder ? -1 : 1))[0];
}

function showExample(code: string, fixture: Fixture, result: Result): readonly string[] {
  const found = remarks(result).find((remark) => remark.code === code);
  if (found === undefined) return [];
  const { line, cell } = found.location;
  const place = cell === undefined ? `line ${line}` : `line ${line} of cell ${cell}`;
  const suffix = fixture.case.extension === '.ipynb' ? 'demo.ipynb' : 'demo.py';
  return [
    `\`${fixture.command} ${suffix}\`, of`,
    block('python', result.document === undefined ? fixture.case.input : listing(result.document)),
    `says, at ${place}:`,
    block('text', found.hint === undefined ? found.message : `${found.message}\nhint: ${found.hint}`),
    ...(fixture.folder === 'export-script' ? [] : outcome(result, `demo${fixture.case.extension}`)),
  ];
}

/** What becomes of the file. */
function outcome(result: Result, path: string): readonly string[] {
  if (result.status !== 'changed') return ['The file stays as it is.'];
  const diff = plainDiff({ ...result, source: { ...result.source, path } });
  return diff.split('\n').length > LONGEST_DIFF ? [] : ['and changes the file:', block('diff', diff)];
}

/** In lines; what is longer says more about something else. */
const LONGEST_DIFF = 45;
