import { passString } from './python-strings.js';

/**
 * A line as Python's tokenizer counts them: strings in triple quotes, open brackets and backslashes carry it over line ends.
 *
 *     total = sum([⏎    1,⏎])  # one      start … end, `last` at the `]`
 *     files = !ls *.py                    `assigned` at the `!`
 */
export interface LogicalLine {
  readonly start: number;
  /** In front of the line end. */
  readonly end: number;
  /** Behind the line end. */
  readonly next: number;
  /** The last character that is neither white space nor comment; absent where there is none. */
  readonly last?: number;
  /** `%` or `!` behind the first `=`: what IPython, and not Python, assigns. The line was not read any further. */
  readonly assigned?: number;
  /** The `=` in front of it. */
  readonly equals?: number;
}

/** Reads the logical line that starts at `start`, outside strings and brackets, up to `limit`. */
export function readLogicalLine(text: string, start: number, limit: number): LogicalLine {
  let depth = 0;
  let last: number | undefined;
  let assigns = true;
  let at = start;
  while (at < limit) {
    const character = text.charAt(at);
    if (character === '\n' || character === '\r') {
      const next = behindLineEnd(text, at);
      if (depth === 0) return finished(start, at, next, last);
      at = next;
    } else if (character === '\\' && isLineEnd(text[at + 1])) {
      last = at;
      at = behindLineEnd(text, at + 1);
    } else if (character === '#') {
      at = physicalEnd(text, at, limit);
    } else if (character === ' ' || character === '\t' || character === '\f') {
      at += 1;
    } else {
      const assignment = depth === 0 && assigns && character === '=' ? readAssignment(text, at) : undefined;
      if (assignment !== undefined) {
        if (assignment.command !== undefined && assignment.command < limit) {
          return { ...finished(start, at, at, last), assigned: assignment.command, equals: at };
        }
        assigns = false;
      }
      if ('([{'.includes(character)) depth += 1;
      else if (')]}'.includes(character)) depth = Math.max(depth - 1, 0);
      const end = Math.min(passToken(text, at, limit), limit);
      // Only a string that nothing closes ends in a question mark: it asks for no help.
      last = end - at > 1 && text[end - 1] === '?' ? at : end - 1;
      at = end;
    }
  }
  return finished(start, limit, limit, last);
}

/** The end of the line that holds `at`, in front of its line end. */
export function physicalEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && !isLineEnd(text[end])) end += 1;
  return end;
}

/** As {@link physicalEnd}, on from line to line as long as one ends with a backslash: how far a magic or a command goes. */
export function continuedEnd(text: string, at: number, limit: number): number {
  let end = physicalEnd(text, at, limit);
  while (end < limit && end > at && text[end - 1] === '\\') end = physicalEnd(text, behindLineEnd(text, end), limit);
  return end;
}

/** Behind the line end at `at`: `\n`, `\r\n` or `\r`. */
export function behindLineEnd(text: string, at: number): number {
  if (text[at] === '\r' && text[at + 1] === '\n') return at + 2;
  return isLineEnd(text[at]) ? at + 1 : at;
}

export function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

function finished(start: number, end: number, next: number, last: number | undefined): LogicalLine {
  return last === undefined ? { start, end, next } : { start, end, next, last };
}

/** At a `=`: `undefined` for `==`, `<=`, `+=`, `:=`; else whether a magic or a command follows. */
function readAssignment(text: string, at: number): { readonly command: number | undefined } | undefined {
  if (text[at + 1] === '=' || '=!<>:+-*/%&|^@~'.includes(text.charAt(at - 1) || ' ')) return undefined;
  const command = /[ \t]*(?:!(?!=)|%(?=[A-Za-z_]))/y;
  command.lastIndex = at + 1;
  return { command: command.test(text) ? command.lastIndex - 1 : undefined };
}

/** Behind a name, a number, a string with its prefix, or a single character. */
function passToken(text: string, at: number, limit: number): number {
  let end = at;
  while (isWordUnit(text.charCodeAt(end))) end += 1;
  const quoted = end < limit && (text[end] === '"' || text[end] === "'");
  if (!quoted) return Math.max(end, at + 1);
  const prefix = text.slice(at, end);
  return prefix === '' || PREFIX.test(prefix) ? passString(text, end, limit, prefix) : end;
}

/** A letter, a digit, an underscore, or anything that is not ASCII. */
function isWordUnit(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 95 || (unit >= 48 && unit <= 57) || unit > 127
  );
}

const PREFIX = /^(?:[rbuft]|rb|br|rf|fr|rt|tr)$/i;
