import { html as render } from 'diff2html';
import { type DiffBlock, type DiffFile, type DiffLine, LineType } from 'diff2html/lib/types.js';
import type { Hunk } from '../hunks.js';
import { printableSource } from '../printable.js';
import { html, type Markup, NOTHING, trusted } from './markup.js';

/**
 * Before and after, side by side: one table, so that the rows stay beside each other where long lines wrap, and can give way to
 * one column where the window is narrow. Which lines belong together and which words differ is for diff2html to say; its
 * templates are replaced by ones that give rows of fields.
 *
 * @param caption what the table shows, for who hears it read
 */
export function sideBySide(hunks: readonly Hunk[], caption: string): Markup {
  const [left = [], right = []] = render([diffFile(hunks)], {
    outputFormat: 'side-by-side',
    drawFileList: false,
    matching: 'lines',
    maxLineLengthHighlight: 1000,
    rawTemplates: TEMPLATES,
  })
    .split(SIDE)
    .map((side) => side.split(ROW).slice(0, -1));
  return html`<table class="diff"><caption class="unseen">${caption}</caption>
<colgroup><col class="n"><col><col class="n"><col></colgroup>
<thead><tr><th scope="col">line<th scope="col">before<th scope="col">line<th scope="col">after</thead>
${left.map((row, index) => tableRow(row.split(FIELD), (right[index] ?? '').split(FIELD)))}</table>`;
}

/** What no line holds once its control characters are spelled out. */
const [FIELD, ROW, SIDE] = ['\u001f', '\u001e', '\u001d'];

const TEMPLATES = {
  'generic-wrapper': '{{{content}}}',
  'generic-file-path': '',
  'side-by-side-file-diff': `{{{diffs.left}}}${SIDE}{{{diffs.right}}}`,
  'generic-block-header': `header${FIELD}{{{blockHeader}}}${ROW}`,
  'generic-line': `{{type}}${FIELD}{{lineNumber}}${FIELD}{{{content}}}${ROW}`,
};

/** Closing tags that HTML does not ask for are left away: there are thousands of them. */
function tableRow(left: readonly string[], right: readonly string[]): Markup {
  const [type = '', text = ''] = left;
  if (type === 'header') {
    // The rows are numbered: all that a hunk needs is a gap in front of it.
    return text === ''
      ? NOTHING
      : html`<tr class="gap"><td colspan="4">${trusted(text)}
`;
  }
  return html`<tr${trusted(type === 'd2h-cntx' ? ' class="same"' : '')}>${half(left)}${half(right)}
`;
}

function half([type = '', line = '', content = '']: readonly string[]): Markup {
  const kind = KINDS.find(([name]) => type.includes(name))?.[1] ?? NOTHING;
  return html`<td class="n">${line}<td${kind}>${trusted(content)}`;
}

const KINDS: readonly (readonly [type: string, attribute: Markup])[] = [
  ['emptyplaceholder', trusted(' class="none"')],
  ['d2h-del', trusted(' class="del"')],
  ['d2h-ins', trusted(' class="ins"')],
];

function diffFile(hunks: readonly Hunk[]): DiffFile {
  const blocks = hunks.map(diffBlock);
  return {
    // Its name is never shown: the page has said it.
    ...{ oldName: 'a', newName: 'a', language: 'py', isCombined: false, isGitDiff: true },
    ...{ addedLines: 0, deletedLines: 0 },
    blocks,
  };
}

function diffBlock({ oldStart, newStart, lines }: Hunk, index: number): DiffBlock {
  let [oldNumber, newNumber] = [oldStart, newStart];
  const rows = lines.flatMap((line, at): DiffLine[] => {
    const content = shown(line) + (endsOneSide(lines, at) ? NO_LINE_END : '');
    if (line.startsWith('-')) return [{ type: LineType.DELETE, content, oldNumber: oldNumber++, newNumber: undefined }];
    if (line.startsWith('+')) return [{ type: LineType.INSERT, content, oldNumber: undefined, newNumber: newNumber++ }];
    if (isMarker(line)) return [];
    return [{ type: LineType.CONTEXT, content, oldNumber: oldNumber++, newNumber: newNumber++ }];
  });
  return { header: index === 0 ? '' : GAP, oldStartLine: oldStart, newStartLine: newStart, lines: rows };
}

/** The last line of one side has no line end, and that of the other side has. */
function endsOneSide(lines: readonly string[], at: number): boolean {
  return isMarker(lines[at + 1]) && /^[-+]/.test(lines[at] ?? '') && lines.filter(isMarker).length === 1;
}

/** `\ No newline at end of file` */
function isMarker(line: string | undefined): boolean {
  return line?.startsWith('\\') ?? false;
}

const GAP = '⋯';
const NO_LINE_END = ' (no newline at the end)';

/** The carriage return of a CRLF line end is not seen; what else moves a cursor is spelled out. */
function shown(line: string): string {
  return printableSource(line.replace(/\r$/, ''));
}
