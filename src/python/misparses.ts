import type { Draft } from './tree.js';

/**
 * The places where tree-sitter-python 0.23.6 reads valid Python otherwise than CPython does, without an error
 * (measured against CPython's `ast`), and the valid Python that it refuses. Some are cured before the parse, by other
 * text of the same length; the rest in the records afterwards.
 */

/** Text that the grammar reads right, of equal length. What it changes is a keyword, or stands in a string or comment. */
export function disguise(text: string): string {
  let shown = text;
  for (const [pattern, replacement] of DISGUISES) shown = shown.replace(pattern, replacement);
  return shown;
}

/** As {@link disguise}, for what is so rare that only a text with an error is asked for it. */
export function disguiseRare(text: string): string {
  let shown = text;
  for (const [pattern, replacement] of RARE_DISGUISES) shown = shown.replace(pattern, replacement);
  return shown;
}

const DISGUISES: readonly (readonly [RegExp, string])[] = [
  // A lone carriage return ends a line.
  [/\r(?!\n)/g, '\n'],
  // `print x` and `exec x` are statements in the grammar; in Python 3 they are names, and `print x` an error.
  [/\bprint\b/g, 'prinT'],
  [/\bexec\b/g, 'exeC'],
  // `type(X).foo = 3` and `type[X].y = 3` are no type aliases.
  [/\btype(?=[ \t]*[([])/g, 'typE'],
  // t"{x}", rt"{x}", tR"{x}"
  [/\b([rR]?)[tT](?=[rR]?["'])/g, '$1f'],
  // except *(A, B):
  [/\bexcept([ \t]+)\*/g, 'except*$1'],
];

const RARE_DISGUISES: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  // class A[T = int], def f[T: A = B](): a default is shown as a bound
  [
    /\b((?:def|class|type)[ \t]+\w+[ \t]*\[)([^\]]*=[^\]]*)(?=\])/g,
    (_, head = '', parameters = '') => head + parameters.replace(/(:[^,=]*)=/g, '$1|').replace(/=/g, ':'),
  ],
  // except A, B, C:  (3.14)
  [
    /^([ \t]*except\*?[ \t]+)([\w.]+(?:[ \t]*,[ \t]*[\w.]+)+)(?=[ \t]*:)/gm,
    (_, head = '', types = '') => head + types.replaceAll(',', '|'),
  ],
  // x = *await f(), 1  (`mend` makes it a splat again)
  [/((?:^|[=(,[{:;]|\breturn|\byield|\bin)[ \t]*)\*(?=[ \t]*await\b)/gm, (_, before = '') => `${before}+`],
];

/**
 * Corrects the records in place. `order` holds each node before its children, so it is walked from its end.
 *
 * @param text what the offsets point into: the original, not the disguised text
 */
export function mend(order: readonly Draft[], text: string): void {
  const moved: MovedComments = { behind: new Map(), into: new Set() };
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i] as Draft;
    switch (node.type) {
      case 'await':
        bindTighterThanPower(node);
        break;
      case 'unary_operator':
        restoreSplat(node, text);
        break;
      case 'list_splat':
        raiseSplat(node);
        break;
      case 'expression_statement':
        wrapTuple(node, text);
        break;
      case 'except_clause':
      case 'except_group_clause':
      case 'finally_clause':
        nameParts(node, text);
        break;
      case 'generic_type':
      case 'union_type':
      case 'member_type':
        readAsExpression(node);
        break;
    }
    if (moved.into.has(node))
      node.children = node.children.flatMap((child) => [child, ...(moved.behind.get(child) ?? [])]);
    if (ENDS_WITH_BLOCK.has(node.type)) endAtCode(node, text, moved);
  }
}

/** `await x ** 2` is `(await x) ** 2`; the grammar reads `await (x ** 2)`. */
function bindTighterThanPower(node: Draft): void {
  const power = node.children.find((child) => child.type === 'binary_operator');
  if (power?.operator !== '**') return;
  const base = power.children.find((child) => child.field === 'left');
  if (base === undefined) return;
  takePlace(power, node);
  power.start = node.start;
  replaceChild(power, base, node);
  replaceChild(node, power, base);
  node.end = base.end;
  node.parent = power;
  node.field = 'left';
  base.parent = node;
  base.field = undefined;
}

/** `+await f(), 1` that `disguiseRare` made of `*await f(), 1`. */
function restoreSplat(node: Draft, text: string): void {
  if (text[node.start] !== '*') return;
  node.type = 'list_splat';
  node.operator = undefined;
  for (const child of node.children) child.field = undefined;
  raiseSplat(node);
}

/** The part of an expression that its leftmost token stands in, by the type of the expression. */
const LEFTMOST: Readonly<Record<string, string>> = {
  call: 'function',
  attribute: 'object',
  subscript: 'value',
  binary_operator: 'left',
};

/** `*f(), 1` splats `f()`; the grammar calls `*f`. Likewise `a[*b.c()]` and `for x in *f() + g, y`. */
function raiseSplat(splat: Draft): void {
  let top = splat;
  for (
    let up = splat.parent;
    up !== undefined && top.field === LEFTMOST[up.type] && top.field !== undefined;
    up = up.parent
  )
    top = up;
  if (top === splat) return;
  const operand = splat.children.find((child) => child.type !== 'comment');
  if (operand === undefined) return;
  for (let up = splat.parent as Draft; ; up = up.parent as Draft) {
    up.start = operand.start;
    if (up === top) break;
  }
  takePlace(operand, splat);
  takePlace(splat, top);
  splat.end = top.end;
  splat.children = [...splat.children.filter((child) => child.type === 'comment'), top];
  top.parent = splat;
  top.field = undefined;
}

/** `print(x), await y` on its own is a tuple; the grammar gives the statement two children and no tuple. */
function wrapTuple(statement: Draft, text: string): void {
  const last = statement.children.at(-1);
  const first = statement.children[0];
  if (first === undefined || last === undefined) return;
  const trailingComma = text.startsWith(',', skipBlanks(text, last.end)) && skipBlanks(text, last.end) < statement.end;
  if (first === last && !trailingComma) return;
  const list: Draft = {
    type: 'expression_list',
    field: undefined,
    start: first.start,
    end: statement.end,
    parent: statement,
    children: statement.children,
    isAsync: false,
    operator: undefined,
  };
  for (const child of list.children) child.parent = list;
  statement.children = [list];
}

/** Gives `except` and `finally` the fields that `try` and `else` have; without an `as`, `except A, B:` (3.14) binds no name. */
function nameParts(clause: Draft, text: string): void {
  for (const child of clause.children) {
    if (child.type === 'block') child.field = 'body';
    else if (child.type === 'comment') continue;
    else if (child.field === undefined) child.field = 'value';
    else if (child.field === 'alias' && text.slice(clause.start, child.start).trimEnd().endsWith(','))
      child.field = 'value';
  }
}

/**
 * `x: Optional[int]`, `x: A[int] | None` and `x: A[int].b` are a subscript, an operator and an attribute, as they are outside
 * of annotations; the grammar has types of its own for them. `type A[T] = …` names its parameters, and stays.
 */
function readAsExpression(node: Draft): void {
  if (node.parent?.field === 'left' && node.parent.parent?.type === 'type_alias_statement') return;
  const [first, ...rest] = node.children.flatMap((child) => withoutWrappers(child));
  if (first === undefined) return;
  const [fields, type]: [readonly [string, string], string] =
    node.type === 'generic_type'
      ? [['value', 'subscript'], 'subscript']
      : node.type === 'union_type'
        ? [['left', 'right'], 'binary_operator']
        : [['object', 'attribute'], 'attribute'];
  if (node.type === 'union_type') node.operator = '|';
  node.type = type;
  node.children = [first, ...rest];
  for (const child of node.children) {
    child.parent = node;
    if (child.type !== 'comment') child.field = child === first ? fields[0] : fields[1];
  }
}

/** What stands in the `[int, str]` of a generic type, and in the `type` around each part of it. */
function withoutWrappers(node: Draft): readonly Draft[] {
  switch (node.type) {
    case 'type':
    case 'type_parameter':
      return node.children.flatMap((child) => withoutWrappers(child));
    case 'constrained_type': {
      // A[1:2]
      node.type = 'slice';
      node.children = node.children.flatMap((child) => withoutWrappers(child));
      for (const child of node.children) child.parent = node;
      return [node];
    }
    case 'splat_type':
      node.type = 'list_splat';
      return [node];
    default:
      return [node];
  }
}

const ENDS_WITH_BLOCK = new Set([
  'block',
  'function_definition',
  'class_definition',
  'decorated_definition',
  'if_statement',
  'elif_clause',
  'else_clause',
  'for_statement',
  'while_statement',
  'try_statement',
  'except_clause',
  'except_group_clause',
  'finally_clause',
  'with_statement',
  'match_statement',
  'case_clause',
]);

/** Comments on their way out of blocks: each goes behind a node, into that node's parent once it is its turn. */
interface MovedComments {
  readonly behind: Map<Draft, readonly Draft[]>;
  readonly into: Set<Draft>;
}

/**
 * The grammar's block holds comments below its last statement. In CPython's `ast`, and for whoever replaces the
 * statement, it ends where its code ends; the comments become siblings of the outermost statement that ended with them.
 */
function endAtCode(node: Draft, text: string, moved: MovedComments): void {
  const { children, parent } = node;
  let count = children.length;
  while (count > 0 && children[count - 1]?.type === 'comment') count--;
  const last = children[count - 1];
  const comment = children[count];
  if (last === undefined || parent === undefined) return;
  // match x:⏎    case 1: the block starts behind the colon, unlike all others
  if (parent.type === 'match_statement' && node.type === 'block') node.start = (children[0] as Draft).start;
  if (comment === undefined) {
    if (ENDS_WITH_BLOCK.has(last.type)) node.end = last.end;
    return;
  }
  const comments = children.slice(count);
  node.children = children.slice(0, count);
  node.end = Math.max(last.end, endOfCode(text, comment.start));
  for (const each of comments) each.parent = parent;
  moved.behind.set(node, comments);
  moved.into.add(parent);
}

/** Behind the last character that is no blank, before `offset`. */
function endOfCode(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && /[\s\\]/.test(text[end - 1] as string)) end--;
  return end;
}

function skipBlanks(text: string, offset: number): number {
  let at = offset;
  while (/[ \t\f\\\r\n]/.test(text[at] ?? '')) at++;
  return at;
}

/** Puts `node` where `other` is. In place, since a list may have a hundred thousand elements. */
function takePlace(node: Draft, other: Draft): void {
  const { parent } = other;
  node.parent = parent;
  node.field = other.field;
  if (parent !== undefined) replaceChild(parent, other, node);
}

function replaceChild(parent: Draft, child: Draft, by: Draft): void {
  (parent.children as Draft[])[parent.children.indexOf(child)] = by;
}
