import { COMPARED, twins } from '../../src/forms/twins.js';
import { remarks } from '../../src/reporters/remarks.js';
import type { Conversion, OptionSpec, Transform } from '../../src/transform.js';
import { transforms } from '../../transforms/index.js';
import type { Fixture } from './fixtures.js';
import { block, listing, plainDiff, table } from './markdown.js';

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
  for (const fixture of changed)
    parts.push(`## ${words(fixture.case.name)}`, `\`${fixture.command}\``, block('diff', plainDiff(fixture.run())));
  for (const fixture of left)
    parts.push(`## Left alone: ${words(fixture.case.name).toLowerCase()}`, ...leftAlone(fixture));
  if (transform.name === 'sync-twin-to-await') parts.push('## What it knows', twinTable());
  return `${parts.join('\n\n')}\n`;
}

/** The code as it stays, and why. */
function leftAlone(fixture: Fixture): readonly string[] {
  const result = fixture.run();
  const code = result.document === undefined ? fixture.case.input : listing(result.document);
  const reasons = remarks(result).map(
    ({ code: known, message }) => `- [${known}](../diagnostics/${known}.md): ${message}`,
  );
  return [block('python', code), ...(reasons.length > 0 ? [reasons.join('\n')] : [])];
}

function twinTable(): string {
  const rows = twins.map(({ name, twin, advice }) => [
    `\`${name}\``,
    twin === undefined && name !== 'uvicorn.run' ? `reported; write ${advice}` : advice,
  ]);
  const compared = Object.entries(COMPARED).map(([library, version]) => `\`${library}\` ${version}`);
  return `${table(['wrapper', 'what takes its place'], rows)}\nCompared with ${compared.join('; ')}. Older and newer ones may differ, which is one reason why the rewrite is unsafe.\n\nMore are added with \`--twin package.Class.method:twin\`, or \`twins = [...]\` in the configuration.`;
}

function options({ name, options: specs = {} }: Transform | Conversion): readonly string[] {
  const rows = Object.entries<OptionSpec<string>>(specs as never);
  if (rows.length === 0) return [];
  const shown = rows.map(([key, spec]) => [
    `\`--option ${name}.${key}=…\``,
    spec.summary,
    `\`${JSON.stringify(spec.default)}\`${spec.choices === undefined ? '' : ` of ${spec.choices.map((each) => `\`${each}\``).join(', ')}`}`,
  ]);
  return ['## Options', table(['option', 'what it is', 'default'], shown)];
}

/** `a-run-needs-it` → `A run needs it` */
function words(name: string): string {
  return capitalized(name.replaceAll('-', ' '));
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
