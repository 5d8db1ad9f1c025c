import type { Result, SiteReport } from '../../result.js';
import { type Location, lineEnd, lineStart } from '../../text.js';
import { type Change, changesByCell } from '../changes.js';
import { printableSource } from '../printable.js';
import { allRemarks, fate, type Remark } from '../remarks.js';
import type { ReportStyle } from '../reporter.js';
import { html, type Markup, NOTHING, prose } from './markup.js';
import { sideBySide } from './side-by-side.js';
import { statusName } from './status-name.js';

/** What a file can be looked for by; it may be several of them. */
export type FileStatus = 'changed' | 'convertible' | 'blocked' | 'failed' | 'unchanged';

/** One file of the page. */
export interface Section {
  readonly statuses: readonly FileStatus[];
  /** @param isOpen whether it shows more than its name at first */
  markup(isOpen: boolean): Markup;
}

/** `undefined` where there is nothing to say of the file: no site, no remark. It is only counted. */
export function fileSection(result: Result, style: ReportStyle): Section | undefined {
  const said = allRemarks(result);
  if (result.status === 'unchanged' && result.sites.length === 0 && said.length === 0) return undefined;
  const statuses = statusesOf(result, style);
  const codes = [...new Set(said.map(({ code }) => code))];
  const { path } = result.source;
  const data = html`data-path="${path}" data-status="${statuses.join(' ')}" data-codes="${codes.join(' ')}"`;
  const shown = html`<summary><h2>${path}</h2> ${badges(result, style)}</summary>
<div class="body">${settings(result)}${style.command === 'scan' ? siteTable(result) : NOTHING}${remarkList(result, said)}${changes(result, style)}</div>`;
  return {
    statuses,
    markup: (isOpen) => html`<details class="file" ${data}${isOpen ? html` open` : NOTHING}>
${shown}
</details>
`,
  };
}

function statusesOf(result: Result, style: ReportStyle): readonly FileStatus[] {
  if (result.status === 'failed') return ['failed'];
  const found: FileStatus[] = [];
  if (style.command !== 'scan' && result.status === 'changed') found.push('changed');
  if (style.command === 'scan' && result.sites.some(({ status }) => status === 'converted')) found.push('convertible');
  if (result.sites.some(({ status }) => status === 'blocked')) found.push('blocked');
  return found.length === 0 ? ['unchanged'] : found;
}

function badges(result: Result, style: ReportStyle): Markup {
  if (result.status === 'failed') return html`<span class="badge failed">failed</span>`;
  return html`${(['converted', 'blocked', 'unchanged'] as const).map((status) => {
    const number = result.sites.filter((site) => site.status === status).length;
    return number === 0 ? NOTHING : html`<span class="badge ${status}">${number} ${statusName(status, style)}</span>`;
  })}`;
}

function settings({ settings }: Result): Markup {
  return settings === undefined ? NOTHING : html`<p class="small">to ${settings.to}, Python ${settings.python}</p>`;
}

/** `scan`: every site, with its line and what would become of it. */
function siteTable(result: Result): Markup {
  if (result.sites.length === 0) return NOTHING;
  return html`<div class="wide"><table class="list"><caption class="unseen">run sites of ${result.source.path}</caption>
<thead><tr><th scope="col">place<th scope="col">form<th scope="col">stands in<th scope="col">becomes<th scope="col">line</thead>
${result.sites.map(
  (
    site,
  ) => html`<tr><td class="place">${place(site.location)}<td>${site.form}<td>${site.standing}<td>${outcome(site)}<td>${excerpt(result, site)}
`,
)}</table></div>`;
}

function outcome({ status, form, to, code }: SiteReport): Markup {
  if (status === 'blocked') return html`<span class="badge blocked">${code ?? 'blocked'}</span>`;
  return to === undefined || to === form ? html`stays` : html`<span class="badge converted">${to}</span>`;
}

function remarkList(result: Result, said: readonly Remark[]): Markup {
  if (said.length === 0) return NOTHING;
  return html`<ul class="remarks">${said.map((remark) => remarkItem(result, remark))}</ul>`;
}

function remarkItem(result: Result, remark: Remark): Markup {
  const { code, severity, message, hint, location, status } = remark;
  const way = hint === undefined ? NOTHING : html`<p class="hint">${prose(hint)}</p>`;
  return html`
<li class="${status === 'converted' ? 'info' : severity}" data-code="${code}"><p><span class="place">${place(location)}</span> <b class="code">${code}</b> <span class="severity">${severity}</span> ${prose(message)}<span class="small">${fate(remark)}</span></p>${excerpt(result, remark)}${way}</li>`;
}

/** The line that holds the place, without its indentation. */
function excerpt({ document }: Result, { at }: { readonly at: { readonly start: number } }): Markup {
  const line = document?.code.slice(lineStart(document.code, at.start), lineEnd(document.code, at.start)).trim();
  if (line === undefined || line === '') return NOTHING;
  return html`<code class="line">${printableSource(line.length > LONGEST ? `${line.slice(0, LONGEST)} …` : line)}</code>`;
}

const LONGEST = 300;

/** `cell 3, 12:5`: the file's name stands above. */
function place({ cell, line, column }: Location): string {
  return `${cell === undefined ? '' : `cell ${cell}, `}${line}:${column}`;
}

function changes(result: Result, style: ReportStyle): Markup {
  if (style.command === 'scan' || result.status !== 'changed') return NOTHING;
  return html`${changesByCell(result).map((change) => changeMarkup(result, change))}`;
}

function changeMarkup(result: Result, { cell, hunks }: Change): Markup {
  const { path } = result.source;
  if (cell === undefined) return sideBySide(hunks, `changes of ${path}`);
  const id = cell.id === undefined ? NOTHING : html` <span class="small">id ${cell.id}</span>`;
  return html`<h3>cell ${cell.index}${id}</h3>${sideBySide(hunks, `changes of ${path}, cell ${cell.index}`)}`;
}
