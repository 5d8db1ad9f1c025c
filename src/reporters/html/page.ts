import { createHash } from 'node:crypto';
import type { FileOutcome, ReportStyle } from '../reporter.js';
import type { Tally } from '../tally.js';
import { fileSection, type Section } from './file-section.js';
import { filters } from './filters.js';
import { html, type Markup, NOTHING, trusted } from './markup.js';
import { overview } from './overview.js';
import script from './page.client.js';
import css from './page.css';

/** A report that is one page: it opens from a mail, asks no network for anything, and says the same for the same run. */
export interface Page {
  add(outcome: FileOutcome): void;
  /** @param note what else there is to say of the run: that it was interrupted */
  end(tally: Tally, note?: string): string;
}

export function openPage(style: ReportStyle): Page {
  const sections: Section[] = [];
  return {
    add({ result }) {
      const section = fileSection(result, style);
      if (section !== undefined) sections.push(section);
    },
    end: (tally, note) => page(sections, tally, style, note).markup,
  };
}

function page(sections: readonly Section[], tally: Tally, style: ReportStyle, note: string | undefined): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${hashOf(css)}; script-src ${hashOf(script)}">
<title>loopshift ${style.command}</title>
<style>${trusted(css)}</style>
</head>
<body>
${overview(tally, style, note)}
${filters(sections, tally)}
<main${sections.length <= OPEN ? NOTHING : html` class="many"`}>
${sections.map(({ markup }) => markup(sections.length <= OPEN))}</main>
<script>${trusted(script)}</script>
</body>
</html>
`;
}

/** With more files than that, a reader first wants to see which ones. */
const OPEN = 30;

/** The page's own style and script, and nothing else, may run in it: whatever a notebook holds. */
function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
