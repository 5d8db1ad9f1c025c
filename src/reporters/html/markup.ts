import { printable } from '../printable.js';

/** Markup that may stand in a page as it is. Only {@link html} and {@link trusted} make it. */
export interface Markup {
  readonly markup: string;
}

type Piece = Markup | readonly Markup[] | string | number;

/**
 * Markup from a template. What is put in is escaped, and its control characters are spelled out, unless it is markup itself.
 *
 *     html`<b>${'a<b'}</b>`.markup → '<b>a&lt;b</b>'
 */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return { markup: String.raw({ raw: strings }, ...pieces.map(toText)) };
}

/** Text that is known to be markup: the page's own style and script, what the diff library has escaped. */
export function trusted(markup: string): Markup {
  return { markup };
}

/** A sentence of the catalogue: what stands between backticks is code. */
export function prose(text: string): Markup {
  const parts = text.split(/`([^`]+)`/);
  return html`${parts.map((part, index) => (index % 2 === 0 ? html`${part}` : html`<code>${part}</code>`))}`;
}

export const NOTHING: Markup = { markup: '' };

function toText(piece: Piece): string {
  if (typeof piece === 'number') return String(piece);
  if (typeof piece === 'string') return escaped(printable(piece));
  return 'markup' in piece ? piece.markup : piece.map(({ markup }) => markup).join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
