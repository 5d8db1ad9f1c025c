/**
 * Text that is safe to show on a terminal: control characters, and the marks that reorder or hide text, are spelled out.
 * A notebook is other people's text: an escape sequence in a path or in a line of source must not move the cursor.
 *
 *     'a\u001b[2Jb' → 'a\\x1b[2Jb'
 */
export function printable(text: string): string {
  return text.replace(UNSAFE, spell);
}

/** As {@link printable}, for a text of several lines: a stack, a message with a hint. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** As {@link printable}, for lines of source: tabs stay, and so does the carriage return of a CRLF line end. */
export function printableSource(text: string): string {
  return text.replace(UNSAFE, (character, offset: number) => {
    if (character === '\t' || character === '\n') return character;
    if (character === '\r' && (text[offset + 1] === '\n' || offset + 1 === text.length)) return character;
    return spell(character);
  });
}

/** JSON in which such characters stand as escapes: the same value, harmless to print. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, (character) => `\\u${hex(character, 4)}`);
}

// Control characters, line and paragraph separators, marks that reorder text, and those that are not seen.
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\u2060\ufeff]/gu;

const NAMED: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function spell(character: string): string {
  const named = NAMED[character];
  if (named !== undefined) return named;
  return character <= '\u00ff' ? `\\x${hex(character, 2)}` : `\\u${hex(character, 4)}`;
}

function hex(character: string, length: number): string {
  return character.charCodeAt(0).toString(16).padStart(length, '0');
}
