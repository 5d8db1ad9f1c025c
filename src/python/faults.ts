import { lineEnd, type Range } from '../text.js';
import { type LogicalLine, logicalLines, splitTokens } from './lines.js';
import type { GrammarFault } from './tree.js';

/** Why a text is not valid Python 3, and where. `unread`: it may be valid, but is nested too deeply to be read, or takes too long. */
export interface SyntaxFault extends Range {
  readonly kind: 'syntax' | 'unread';
  readonly message: string;
}

/** Where the grammar first stumbles over a text of its own; `undefined` where it does not. */
export type Stumble = (text: string) => GrammarFault | undefined;

/**
 * Turns what the grammar could not follow into what a person would say, in CPython's words where it has some. One
 * mistake makes the grammar stumble at several places, often far from it, so a text gets one fault of this kind:
 *
 * 1. a bracket without its partner, a string without its end;
 * 2. else the first logical line that is wrong by itself;
 * 3. else where the grammar stumbled first.
 */
export function explain(
  text: string,
  range: Range,
  faults: readonly GrammarFault[],
  stumble: Stumble,
): SyntaxFault | undefined {
  const [first] = faults;
  if (first === undefined) return undefined;
  return unbalanced(text, range) ?? brokenLine(text, range, stumble) ?? unexpected(text, range, first);
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** A bracket without its partner, a string without its end: as it seems without the grammar. */
export function unbalanced(text: string, range: Range): SyntaxFault | undefined {
  const open: { readonly bracket: string; readonly at: number }[] = [];
  for (const token of splitTokens(text, range)) {
    switch (token.kind) {
      case 'unterminated':
        return fault(token.start, token.end, 'unterminated string');
      case 'open':
        open.push({ bracket: token.spelled, at: token.start });
        break;
      case 'close': {
        const opener = open.pop();
        if (opener === undefined) return fault(token.start, token.end, `unmatched \`${token.spelled}\``);
        if (CLOSING[opener.bracket] === token.spelled) break;
        return fault(
          token.start,
          token.end,
          `closing \`${token.spelled}\` does not match opening \`${opener.bracket}\``,
        );
      }
      case 'string':
      case 'comment':
      case 'newline':
        break;
    }
  }
  const last = open.at(-1);
  return last && fault(last.at, last.at + 1, `\`${last.bracket}\` was never closed`);
}

/** More lines are not tried one by one. */
const MOST_LINES = 20_000;

function brokenLine(text: string, range: Range, stumble: Stumble): SyntaxFault | undefined {
  let tried = 0;
  for (const line of logicalLines(text, range)) {
    if (++tried > MOST_LINES) return undefined;
    const code = text.slice(line.start, line.end);
    const wrappings = wrap(code);
    const stumbles = wrappings.map(([before, after]) => stumble(before + code + after));
    const [found] = stumbles;
    if (found === undefined || stumbles.includes(undefined)) continue;
    const offset = line.start - (wrappings[0]?.[0].length ?? 0);
    return withoutColon(code, line) ?? unexpected(text, line, clamp(found, offset, line));
  }
  return undefined;
}

/** What makes a program of a logical line; a soft keyword has two readings. */
function wrap(code: string): readonly (readonly [before: string, after: string])[] {
  const body = code.endsWith(':') ? ' pass' : '';
  if (/^(?:elif|else)\b/.test(code)) return [['if x: pass\n', body]];
  if (/^(?:except|finally)\b/.test(code)) return [['try: pass\n', body]];
  if (code.startsWith('@')) return [['', '\ndef f(): pass']];
  if (/^try\b/.test(code)) return [['', `${body}\nfinally: pass`]];
  const plain = ['', body] as const;
  if (/^match\b/.test(code)) return [plain, ['', '\n case _: pass']];
  if (/^case\b/.test(code)) return [plain, ['match x:\n ', body]];
  return [plain];
}

const HEADER = /^(?:async[ \t]+)?(?:if|elif|else|for|while|try|except|finally|with|def|class)\b/;

function withoutColon(code: string, line: LogicalLine): SyntaxFault | undefined {
  return HEADER.test(code) && !code.includes(':') ? fault(line.end, line.end, 'expected `:`') : undefined;
}

/** The grammar's stumble in the line, as offsets into the whole text. */
function clamp(found: GrammarFault, offset: number, line: Range): GrammarFault {
  const within = (at: number) => Math.min(Math.max(at + offset, line.start), line.end);
  return { start: within(found.start), end: within(found.end), missing: found.missing };
}

function unexpected(text: string, range: Range, stumble: GrammarFault): SyntaxFault {
  if (stumble.missing !== undefined) {
    const what = /^[a-z]\w{6,}$/.test(stumble.missing) ? 'an expression' : `\`${stumble.missing}\``;
    return fault(stumble.start, stumble.end, `expected ${what}`);
  }
  const found = /^\s*(\w+|\W)/u.exec(text.slice(stumble.start, Math.min(stumble.end, range.end)));
  const word = found?.[1];
  if (found === null || word === undefined) return fault(stumble.start, stumble.end, 'invalid syntax');
  const start = stumble.start + found[0].length - word.length;
  if (word === 'print' || word === 'exec')
    return fault(start, start + word.length, `missing parentheses in call to \`${word}\``);
  // for x y:   the grammar gives up on the line from its first word on
  if (start === range.start && /^\w/.test(word))
    return fault(start, Math.min(range.end, lineEnd(text, start)), 'invalid syntax');
  return fault(start, start + word.length, `unexpected \`${word}\``);
}

function fault(start: number, end: number, message: string): SyntaxFault {
  return { kind: 'syntax', start, end, message };
}
