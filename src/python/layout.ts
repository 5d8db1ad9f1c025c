import type { Range } from '../text.js';
import type { SyntaxFault } from './faults.js';
import type { Draft } from './tree.js';

/** Where white space says something that no Python 3 accepts, and the grammar does not look. */
export function checkLayout(node: Draft, text: string, range: Range, leadingIndent: boolean): SyntaxFault | undefined {
  if (node.type === 'module' || node.type === 'block') return checkAlignment(node, text, range, leadingIndent);
  return isStatementOrClause(node) ? checkLineEnds(node, text) : undefined;
}

/** Statements of one block start in one column, deeper than the block's head; the grammar takes any. */
function checkAlignment(block: Draft, text: string, range: Range, leadingIndent: boolean): SyntaxFault | undefined {
  const isModule = block.type === 'module';
  let expected = isModule && !leadingIndent ? '' : undefined;
  let previous: Draft | undefined;
  for (const statement of block.children) {
    if (statement.type === 'comment') continue;
    const above = previous;
    previous = statement;
    const indent = indentOf(statement, text, range);
    if (indent === undefined || indent === expected) continue;
    if (expected === undefined) {
      expected = indent;
      const outer = isModule ? undefined : outerIndent(block, text, range);
      // a block indented by a tab, in a block that is indented by spaces
      if (outer !== undefined && !isDeeper(indent, outer)) return faultAt(statement, text, MIXED);
      continue;
    }
    if (agree(indent, expected)) return faultAt(statement, text, MIXED);
    const isIndent = isDeeper(indent, expected) && !hasBlock(above);
    return faultAt(
      statement,
      text,
      isIndent ? 'unexpected indent' : 'unindent does not match any outer indentation level',
    );
  }
  return undefined;
}

const MIXED = 'inconsistent use of tabs and spaces';

function hasBlock(node: Draft | undefined): boolean {
  return node?.children.some((child) => child.type === 'block' || child.type.endsWith('_clause')) ?? false;
}

/** Indentation of the statement that a block belongs to. */
function outerIndent(block: Draft, text: string, range: Range): string | undefined {
  for (let up = block.parent; up !== undefined; up = up.parent) {
    const indent = up.type === 'block' ? undefined : indentOf(up, text, range);
    if (indent !== undefined) return up.type === 'module' ? undefined : indent;
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

/** Columns with a tab as 8 and as 1, as CPython's tokenizer counts them: both must say that it is deeper. */
function isDeeper(indent: string, other: string): boolean {
  return columns(indent, 8) > columns(other, 8) && columns(indent, 1) > columns(other, 1);
}

/** One way of counting says that they are equal; they are not, so the other one says otherwise. */
function agree(indent: string, other: string): boolean {
  return columns(indent, 8) === columns(other, 8) || columns(indent, 1) === columns(other, 1);
}

function columns(indent: string, tab: number): number {
  let column = 0;
  for (const character of indent) column = character === '\t' ? (Math.floor(column / tab) + 1) * tab : column + 1;
  return column;
}

const CLAUSES = new Set([
  'elif_clause',
  'else_clause',
  'except_clause',
  'except_group_clause',
  'finally_clause',
  'case_clause',
]);

function isStatementOrClause(node: Draft): boolean {
  const above = node.parent?.type;
  return above === 'block' || above === 'module' || above === 'decorated_definition' || CLAUSES.has(node.type);
}

/**
 * `x =⏎y = 1`: where the grammar wants more it does not see the line end. A line ends where no bracket is open and no
 * backslash stands before.
 */
function checkLineEnds(statement: Draft, text: string): SyntaxFault | undefined {
  if (statement.type === 'decorated_definition' || statement.type === 'comment') return undefined;
  const end = endOfHead(statement);
  const firstBreak = text.indexOf('\n', statement.start);
  if (firstBreak === -1 || firstBreak >= end) return undefined;
  let depth = 0;
  let at = statement.start;
  for (const leaf of leavesBefore(statement, end)) {
    const gap = text.slice(at, leaf.start).replace(/#.*|\\\r?\n/g, '');
    for (const character of gap) {
      if ('([{'.includes(character)) depth++;
      else if (')]}'.includes(character)) depth--;
      else if (depth === 0 && character === '\n')
        return { kind: 'syntax', start: at, end: at, message: 'unexpected end of line' };
    }
    at = leaf.end;
  }
  return undefined;
}

/** Where a statement's own code ends: in front of its block. */
function endOfHead(statement: Draft): number {
  let end = statement.start;
  for (const child of statement.children) {
    if (child.type === 'block') return end;
    if (child.type !== 'comment') end = child.end;
  }
  return statement.end;
}

/** Strings and whatever has no children, in source order. */
function* leavesBefore(node: Draft, end: number): Generator<Draft> {
  const stack = [node];
  for (let top = stack.pop(); top !== undefined && top.start < end; top = stack.pop()) {
    if (top.type === 'comment') continue;
    if (top !== node && (top.children.length === 0 || top.type === 'string')) yield top;
    else for (let i = top.children.length - 1; i >= 0; i--) stack.push(top.children[i] as Draft);
  }
}

function faultAt(node: Range, text: string, message: string): SyntaxFault {
  const length = text.slice(node.start, node.end).search(/[\r\n]|$/);
  return { kind: 'syntax', start: node.start, end: node.start + length, message };
}
