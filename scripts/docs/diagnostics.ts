import { explain, FAMILIES } from '../../src/catalog/explanation.js';
import { catalog, type DiagnosticCode, isDiagnosticCode } from '../../src/catalog/index.js';
import { remarks } from '../../src/reporters/remarks.js';
import type { Result } from '../../src/result.js';
import type { Fixture } from './fixtures.js';
import { block, listing, table } from './markdown.js';

const CODES = Object.keys(catalog).filter(isDiagnosticCode);

/** A page per code, with the smallest fixture that raises it, and a list of them all. */
export function diagnosticPages(fixtures: readonly Fixture[]): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const code of CODES) pages.set(`docs/diagnostics/${code}.md`, page(code, fixtures));
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

function page(code: DiagnosticCode, fixtures: readonly Fixture[]): string {
  const { name, severity, message, why, hint } = explain(code);
  const parts = [`# ${code} ${name}`, `*${severity}*: ${message}`, why, `**What to do:** ${hint}`];
  const example = findExample(code, fixtures);
  if (example !== undefined) parts.push('## Example', ...showExample(code, example.fixture, example.result));
  return `${parts.join('\n\n')}\n`;
}

interface Example {
  readonly fixture: Fixture;
  readonly result: Result;
}

/** The smallest file that raises the code; a notebook only where no file does. */
function findExample(code: DiagnosticCode, fixtures: readonly Fixture[]): Example | undefined {
  const named = fixtures.filter(
    ({ case: each }) => each.input.includes(code) || each.options.diagnostics?.some((text) => text.includes(code)),
  );
  const size = ({ case: each }: Fixture) => each.input.length + (each.extension === '.ipynb' ? 1e6 : 0);
  for (const fixture of [...named].sort((a, b) => size(a) - size(b) || (a.folder < b.folder ? -1 : 1))) {
    const result = fixture.run();
    if (remarks(result).some((remark) => remark.code === code)) return { fixture, result };
  }
  return undefined;
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
  ];
}
