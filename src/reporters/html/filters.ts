import { counted } from '../counted.js';
import type { Tally } from '../tally.js';
import type { FileStatus, Section } from './file-section.js';
import { html, type Markup, NOTHING } from './markup.js';

/** Choices of what is shown. They stay hidden where no script runs: then everything is shown. */
export function filters(sections: readonly Section[], { codes }: Tally): Markup {
  if (sections.length === 0) return html`<p class="none">nothing to show</p>`;
  return html`<form id="filters" aria-label="what is shown" hidden>
<fieldset><legend class="unseen">files that are</legend>${STATUSES.map((status) => statusBox(sections, status))}</fieldset>
<label>code <select name="code"><option value="">all</option>${codes.map(
    ({ code, count }) => html`<option value="${code}">${code} (${count})</option>`,
  )}</select></label>
<label>path <input type="search" name="path" size="16" placeholder="part of a path"></label>
<output name="count">${counted(sections.length, 'file')}</output>
<span class="buttons"><button type="button" name="open">open all</button> <button type="button" name="close">close all</button></span>
</form>`;
}

const STATUSES: readonly FileStatus[] = ['changed', 'convertible', 'blocked', 'failed', 'unchanged'];

function statusBox(sections: readonly Section[], status: FileStatus): Markup {
  const number = sections.filter(({ statuses }) => statuses.includes(status)).length;
  if (number === 0) return NOTHING;
  return html`<label class="${status}"><input type="checkbox" name="status" value="${status}" checked> ${status} <span class="small">${number}</span></label> `;
}
