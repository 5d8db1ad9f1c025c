import { lineStart, type Range } from '../text.js';
import type { Draft, GrammarFault } from './tree.js';

/** Why a text is not valid Python 3, and where. `depth`: it may be valid, but is nested too deeply to be read. */
export interface SyntaxFault extends Range {
  readonly kind: 'syntax' | 'depth';
  readonly message: string;
}

/**
 * Turns what the grammar could not follow into what a person would say, in CPython's words where it has some. One
 * mistake makes the grammar stumble at several places, often far from it, so a text gets one fault of this kind.
 */
export function explain(text: string, range: Range, faults: readonly GrammarFault[]): SyntaxFault | undefined {
  const [first] = faults;
  if (first === undefined) return undefined;
  return unbalanced(text, range) ?? headerWithoutColon(text, range, first) ?? unexpected(text, range, first);
}

/** What the grammar lets through though no Python 3 does: Python 2, and blocks that do not line up. */
export function findInvalid(
  order: readonly Draft[],
  text: string,
  range: Range,
  leadingIndent: boolean,
): SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  for (const node of order) {
    const message = invalidity(node, text);
    if (message !== undefined) faults.push({ kind: 'syntax', start: node.start, end: node.end, message });
    if (node.type === 'block' || node.type === 'module') misaligned(node, text, range, leadingIndent, faults);
  }
  return faults;
}

function invalidity(node: Draft, text: string): string | undefined {
  switch (node.type) {
    case 'identifier':
      return isKeyword(node, text) ? `unexpected \`${text.slice(node.start, node.end)}\`` : undefined;
    case 'block':
      return node.children.some((child) => child.type !== 'comment') ? undefined : 'expected an indented block';
    case 'comparison_operator':
      return node.operator === '<>' ? '`<>` is `!=` in Python 3' : undefined;
    case 'integer':
      return /^(?:0[0-9_]*[1-9][0-9_]*|.*[lL])$/.test(text.slice(node.start, node.end))
        ? `\`${text.slice(node.start, node.end)}\` is no number in Python 3`
        : undefined;
    case 'string_start':
      return text[node.start] === '`'
        ? 'backticks are `repr()` in Python 3'
        : /^(?:u[^"']|[^"']u)/i.test(text.slice(node.start, node.start + 2))
          ? `\`${text.slice(node.start, node.end)}\` opens no string in Python 3`
          : undefined;
    case 'raise_statement':
      return node.children[0]?.type === 'expression_list'
        ? '`raise E, value` is `raise E(value)` in Python 3'
        : undefined;
    case 'await':
      return node.children.some((child) => child.type === 'unary_operator' || child.type === 'await')
        ? 'the operand of `await` needs parentheses'
        : undefined;
    default:
      return undefined;
  }
}

const KEYWORDS = new Set(
  'False None True and as assert break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
);

/** The grammar takes a keyword for a name where it expects one: `else` without a colon, `f(class=1)`. */
function isKeyword({ start, end }: Range, text: string): boolean {
  return end - start >= 2 && end - start <= 8 && KEYWORDS.has(text.slice(start, end));
}

/** Statements of one block start in one column; the grammar takes any. */
function misaligned(block: Draft, text: string, range: Range, leadingIndent: boolean, faults: SyntaxFault[]): void {
  const isModule = block.type === 'module';
  let expected = isModule && !leadingIndent ? '' : undefined;
  for (const statement of block.children) {
    if (statement.type === 'comment' || statement.type === 'ERROR') continue;
    const indent = indentOf(statement, text, range);
    if (indent === undefined) continue;
    if (expected === undefined) expected = indent;
    if (expected === indent) {
      // if a:⏎<tab>b⏎ in a block that is indented by spaces
      if (isModule || statement !== block.children[0]) continue;
      const outer = block.parent?.parent === undefined ? undefined : outerIndent(block, text, range);
      if (outer === undefined || indent.startsWith(outer) || isDeeper(indent, outer)) continue;
      faults.push(fault(statement, text, 'inconsistent use of tabs and spaces'));
      continue;
    }
    if (isSameColumn(indent, expected)) faults.push(fault(statement, text, 'inconsistent use of tabs and spaces'));
    else if (isDeeper(indent, expected)) faults.push(fault(statement, text, 'unexpected indent'));
    else faults.push(fault(statement, text, 'unindent does not match any outer indentation level'));
    return;
  }
}

function outerIndent(block: Draft, text: string, range: Range): string | undefined {
  for (let up = block.parent; up !== undefined; up = up.parent) {
    const indent = indentOf(up, text, range);
    if (indent !== undefined) return indent;
  }
  return undefined;
}

/** The white space in front of a statement that is the first on its line. */
function indentOf(statement: Draft, text: string, range: Range): string | undefined {
  let at = statement.start;
  while (at > range.start && isBlank(text[at - 1])) at--;
  if (at > range.start && !/[\r\n]/.test(text[at - 1] as string)) return undefined;
  // if x: \⏎    y
  if (/\\\r?\n?$/.test(text.slice(Math.max(at - 3, range.start), at))) return undefined;
  const before = text.slice(at, statement.start);
  return before.slice(before.lastIndexOf('\f') + 1);
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\f';
}

/** Columns with a tab as 8 and as 1, as CPython's tokenizer counts them: they must agree on what is deeper. */
function isDeeper(indent: string, other: string): boolean {
  return columns(indent, 8) > columns(other, 8) && columns(indent, 1) > columns(other, 1);
}

function isSameColumn(indent: string, other: string): boolean {
  return columns(indent, 8) === columns(other, 8) || columns(indent, 1) === columns(other, 1);
}

function columns(indent: string, tab: number): number {
  let column = 0;
  for (const character of indent) column = character === '\t' ? (Math.floor(column / tab) + 1) * tab : column + 1;
  return column;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** A bracket without its partner, or a string without its end. */
function unbalanced(text: string, range: Range): SyntaxFault | undefined {
  const open: { readonly bracket: string; readonly at: number }[] = [];
  const token = /#.*|[rbfut]{0,2}("""|'''|"|')|[()[\]{}]/gi;
  token.lastIndex = range.start;
  for (let found = token.exec(text); found !== null && found.index < range.end; found = token.exec(text)) {
    const [spelled, quote] = found;
    if (quote !== undefined) {
      const end = endOfString(text, token.lastIndex, range.end, quote);
      if (end === undefined) return at(found.index, found.index + spelled.length, 'unterminated string');
      token.lastIndex = end;
    } else if (spelled in CLOSING) open.push({ bracket: spelled, at: found.index });
    else if (!spelled.startsWith('#')) {
      const opener = open.pop();
      if (opener === undefined) return at(found.index, found.index + 1, `unmatched \`${spelled}\``);
      if (CLOSING[opener.bracket] !== spelled) {
        return at(found.index, found.index + 1, `closing \`${spelled}\` does not match opening \`${opener.bracket}\``);
      }
    }
  }
  const last = open.at(-1);
  return last && at(last.at, last.at + 1, `\`${last.bracket}\` was never closed`);
}

function endOfString(text: string, from: number, limit: number, quote: string): number | undefined {
  const stop =
    quote.length === 3 ? new RegExp(`\\\\[^]|${quote}`, 'g') : new RegExp(`\\\\(?:\\r\\n|[^])|${quote}|[\\r\\n]`, 'g');
  stop.lastIndex = from;
  for (let found = stop.exec(text); found !== null && stop.lastIndex <= limit; found = stop.exec(text)) {
    if (found[0] === quote) return stop.lastIndex;
    if (!found[0].startsWith('\\')) return undefined;
  }
  return undefined;
}

const HEADER = /^[ \t]*(?:async[ \t]+)?(?:if|elif|else|for|while|try|except|finally|with|def|class)\b/;

/** `def f()⏎    pass`: the grammar stumbles on the next line. */
function headerWithoutColon(text: string, range: Range, stumble: Range): SyntaxFault | undefined {
  for (const offset of [stumble.start, startOfLine(text, stumble.start) - 1]) {
    if (offset < range.start) continue;
    const start = Math.max(startOfLine(text, offset), range.start);
    const line = /[^\r\n]*/.exec(text.slice(start, range.end))?.[0] ?? '';
    const code = line.replace(/#.*/, '').trimEnd();
    if (HEADER.test(code) && !code.includes(':') && !/[\\,([{]$/.test(code)) {
      return at(start + code.length, start + code.length, 'expected `:`');
    }
  }
  return undefined;
}

function unexpected(text: string, range: Range, stumble: GrammarFault): SyntaxFault {
  if (stumble.missing !== undefined) {
    const what =
      /^\w+$/.test(stumble.missing) && stumble.missing.length > 6 ? 'an expression' : `\`${stumble.missing}\``;
    return at(stumble.start, stumble.end, `expected ${what}`);
  }
  const found = /^\s*(\w+|\W)/u.exec(text.slice(stumble.start, Math.min(stumble.end, range.end)));
  const word = found?.[1];
  if (word === undefined) return at(stumble.start, stumble.end, 'invalid syntax');
  const start = stumble.start + (found?.[0].length ?? 0) - word.length;
  if (word === 'print' || word === 'exec')
    return at(start, start + word.length, `missing parentheses in call to \`${word}\``);
  return at(start, start + word.length, `unexpected \`${word}\``);
}

function fault(node: Range, text: string, message: string): SyntaxFault {
  const end = text.slice(node.start, node.end).search(/[\r\n]|$/);
  return at(node.start, node.start + end, message);
}

function at(start: number, end: number, message: string): SyntaxFault {
  return { kind: 'syntax', start, end, message };
}

/** As `lineStart` of text.ts, but a lone carriage return ends a line too. */
function startOfLine(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return start + text.slice(start, offset).lastIndexOf('\r') + 1;
}
