import { explain } from '../../catalog/explanation.js';
import { isDiagnosticCode } from '../../catalog/index.js';
import type { SiteStatus } from '../../result.js';
import { counted } from '../counted.js';
import type { ReportStyle } from '../reporter.js';
import { type CodeGroup, codeGroups, type Tally } from '../tally.js';
import { html, type Markup, NOTHING, prose } from './markup.js';
import { statusName } from './status-name.js';

/** What the run adds up to: the numbers, how far the migration is, what became of what, and what is left to do and why. */
export function overview(tally: Tally, style: ReportStyle, note: string | undefined): Markup {
  return html`<header>
<h1>loopshift ${style.command}${style.target === undefined ? '' : ` --to ${style.target}`}</h1>
${note === undefined ? NOTHING : html`<p class="note">${note}</p>`}
${numbers(tally, style)}
${bar(tally, style)}
<div class="tables">${scrolled(formTable(tally, style))}${scrolled(codeTable(tally))}</div>
</header>`;
}

/** A table may be long, and still must not push the files off the screen. */
function scrolled(table: Markup): Markup {
  return table === NOTHING ? NOTHING : html`<div class="scrolled" tabindex="0">${table}</div>`;
}

function numbers(tally: Tally, style: ReportStyle): Markup {
  const changed = style.changes === 'written' ? 'changed' : 'would change';
  const { converted, blocked } = tally.sites;
  const shown: readonly (readonly [number: number, label: string, kind: string])[] = [
    [tally.files, tally.files === 1 ? 'file' : 'files', ''],
    ...(style.command === 'scan' ? [] : ([[tally.changed, changed, 'converted']] as const)),
    [converted, statusName('converted', style), 'converted'],
    [blocked, 'blocked', 'blocked'],
    ...(tally.failed === 0 ? [] : ([[tally.failed, 'failed', 'failed']] as const)),
    ...(tally.unsafeSites === 0 ? [] : ([[tally.unsafeSites, 'more with --unsafe', 'unsafe']] as const)),
  ];
  return html`<ul class="numbers">${shown.map(([number, label, kind]) => html`<li class="${kind}"><b>${number}</b> ${label}</li>`)}</ul>`;
}

/** One bar, all sites: converted, right as they are, blocked. */
function bar({ sites }: Tally, style: ReportStyle): Markup {
  const all = sites.converted + sites.unchanged + sites.blocked;
  if (all === 0) return NOTHING;
  let start = 0;
  const parts = STATUSES.map((status) => {
    const width = (sites[status] / all) * 100;
    const part = html`<rect class="${status}" x="${start.toFixed(2)}%" width="${width.toFixed(2)}%" height="100%"/>`;
    start += width;
    return part;
  });
  const label = STATUSES.map((status) => `${sites[status]} ${statusName(status, style)}`).join(', ');
  return html`<svg class="bar" role="img" aria-label="${counted(all, 'run site')}: ${label}">${parts}</svg>
<p class="small">${counted(all, 'run site')}: ${label}</p>`;
}

const STATUSES = ['converted', 'unchanged', 'blocked'] as const satisfies readonly SiteStatus[];

function formTable({ forms }: Tally, style: ReportStyle): Markup {
  if (forms.length === 0) return NOTHING;
  return html`<table class="list"><caption>What becomes of what</caption>
<thead><tr><th scope="col">form<th scope="col">becomes<th scope="col" class="number">${statusName('converted', style)}<th scope="col" class="number">unchanged<th scope="col" class="number">blocked</thead>
${forms.map(
  (
    row,
  ) => html`<tr><th scope="row">${row.form}<td>${row.to ?? '–'}${STATUSES.map((status) => html`<td class="number">${row[status] || '–'}`)}
`,
)}</table>`;
}

/** What is worth doing first stands first. */
function codeTable(tally: Tally): Markup {
  const groups = codeGroups(tally);
  if (groups.length === 0) return NOTHING;
  return html`<table class="list"><caption>What was said, and what to do</caption>
<thead><tr><th scope="col">kind<th scope="col" class="number">times<th scope="col">code<th scope="col">what to do</thead>
${groups.flatMap(({ title, counts }) => counts.map((row) => codeRow(title, row)))}</table>`;
}

function codeRow(kind: CodeGroup['title'], { code, count, unsafe }: CodeGroup['counts'][number]): Markup {
  const known = isDiagnosticCode(code) ? explain(code) : undefined;
  const way = unsafe === 0 ? NOTHING : html` <span class="small">(${unsafe} with --unsafe)</span>`;
  return html`<tr class="${kind}"><td>${kind}<td class="number">${count}<th scope="row"><button type="button" class="code" data-show="${code}">${code}</button> <span class="small">${known?.name ?? ''}</span><td>${prose(known?.hint ?? '')}${way}
`;
}
