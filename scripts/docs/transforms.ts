import { rawDiff } from '../../src/reporters/diff.js';
import type { Conversion, Transform } from '../../src/transform.js';
import { transforms } from '../../transforms/index.js';
import type { Fixture } from './fixtures.js';
import { block, table } from './markdown.js';

/** A page per named transform, with the diffs that it makes of its cases, and a list of them all. */
export function transformPages(fixtures: readonly Fixture[]): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const transform of transforms) pages.set(`docs/transforms/${transform.name}.md`, page(transform, fixtures));
  pages.set('docs/transforms/README.md', `# Named transforms\n\n${transformTable('')}`);
  return pages;
}

export function transformTable(folder: string): string {
  const rows = transforms.map(({ name, summary }) => [`[${name}](${folder}${name}.md)`, summary]);
  return table(['transform', 'what it does'], rows);
}

function page(transform: Transform | Conversion, fixtures: readonly Fixture[]): string {
  const own = fixtures.filter((fixture) => fixture.folder === transform.name);
  const changed = own.filter((fixture) => !fixture.case.isNoOp);
  const left = own.filter((fixture) => fixture.case.isNoOp);
  const parts = [`# ${transform.name}`, `${capitalized(transform.summary)}.`, ...options(transform)];
  for (const fixture of changed) parts.push(`## ${words(fixture.case.name)}`, `\`${fixture.command}\``, diff(fixture));
  for (const fixture of left) {
    parts.push(`## Left alone: ${words(fixture.case.name).toLowerCase()}`, block('python', fixture.case.input));
  }
  return `${parts.join('\n\n')}\n`;
}

function options({ name, options: specs = {} }: Transform | Conversion): readonly string[] {
  const rows = Object.entries<{ readonly summary: string; readonly default: unknown }>(specs as never);
  if (rows.length === 0) return [];
  const shown = rows.map(([key, spec]) => [
    `\`--option ${name}.${key}=…\``,
    spec.summary,
    JSON.stringify(spec.default),
  ]);
  return ['## Options', table(['option', 'what it is', 'default'], shown)];
}

function diff(fixture: Fixture): string {
  const lines = rawDiff(fixture.run()).split('\n');
  return block('diff', lines.filter((line) => !/^(?:diff|---|\+\+\+) /.test(line)).join('\n'));
}

/** `a-run-needs-it` → `A run needs it` */
function words(name: string): string {
  return capitalized(name.replaceAll('-', ' '));
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
