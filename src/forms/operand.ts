import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { Module } from '../python/module.js';
import { type Node, unparenthesized } from '../python/node.js';
import { atLeast, type PythonVersion } from '../python/version.js';
import { addAll, type Edit } from '../text.js';
import { findInterpolation, findLabelEdits } from './f-string.js';
import type { RunSite } from './form.js';
import { findTurn } from './pending.js';

/**
 * Replaces the way a coroutine is driven and keeps the coroutine's own text: `asyncio.run(` … `)` → `await ` … ``.
 * What semantics.md section 2 says of the text (rules 10-15) is here; f-strings (rule 16) are next door.
 */

/** `await X` in place of whatever drives X; `await asyncio.create_task(X)` where X has to wait for its turn. */
export function writeAwait(site: RunSite, module: Module, python: PythonVersion): readonly Edit[] | Diagnostic {
  const interpolation = findInterpolation(site.node);
  const label = interpolation === undefined ? [] : findLabelEdits(site.node, interpolation, module);
  if (label === undefined || (interpolation !== undefined && !atLeast(python, '3.7')))
    return diagnostic(site.node, 'LS211', python);
  const [open, close] = needsOuterParentheses(site.node) ? ['(', ')'] : ['', ''];
  if (site.operand !== undefined) return [...label, ...wrapOperand(site, `${open}await `, close)];
  const { coroutine } = site;
  if (coroutine === undefined) return diagnostic(site.extent, 'LS214', site.form, 'await');
  const { callee = '', edits = [] } = findTurn(site, module) ?? {};
  const more = [...label, ...edits];
  if (isLoose(site, module)) {
    // asyncio.run(  # why⏎    main(),⏎)   the call's own parentheses stay around X (rule 12)
    return [...more, ...keepParentheses(site, module, `${open}await ${callee}`, close)];
  }
  const [inOpen, inClose] = callee === '' && isPrimary(coroutine) ? ['', ''] : ['(', ')'];
  return [...more, ...rewrap(site, module, `${open}await ${callee}${inOpen}`, `${inClose}${close}`)];
}

/**
 * `callee(X)` in place of whatever drives X.
 *
 * @param more Further arguments: `, debug=True`.
 */
export function writeCall(site: RunSite, module: Module, callee: string, more = ''): readonly Edit[] {
  const interpolation = findInterpolation(site.node);
  const label = interpolation === undefined ? undefined : findLabelEdits(site.node, interpolation, module);
  return [...(label ?? []), ...writeCallItself(site, module, callee, more)];
}

function writeCallItself(site: RunSite, module: Module, callee: string, more: string): readonly Edit[] {
  if (site.operand !== undefined) return wrapOperand(site, `${callee}(`, `${more})`);
  const coroutine = site.coroutine as Node;
  if (site.node.type === 'call' && isLoose(site, module)) {
    const added = more === '' ? [] : [{ start: coroutine.end, end: coroutine.end, text: more }];
    return [...added, ...keepParentheses(site, module, callee, '')];
  }
  const inner = unparenthesized(coroutine);
  const around =
    module.text({ start: coroutine.start, end: inner.start }) + module.text({ start: inner.end, end: coroutine.end });
  // await (a if x else b)   X's own parentheses become the call's, unless they hold a comment or a line break
  const bare =
    inner !== coroutine && !/[\n#]/.test(around) && inner.type !== 'yield' && inner.type !== 'named_expression';
  const outer = isNeedlesslyParenthesized(site.node, module) ? (site.node.parent as Node) : site.node;
  return rewrap({ ...site, node: outer, coroutine: bare ? inner : coroutine }, module, `${callee}(`, `${more})`);
}

/** `asyncio.run(c()).x` needs `(await c()).x`; so do `[…]`, `(…)` and an outer await (§2.1-§2.6). Nothing else does. */
export function needsOuterParentheses(node: Node): boolean {
  switch (node.parent?.type) {
    case 'attribute':
      return node.field === 'object';
    case 'subscript':
      return node.field === 'value';
    case 'call':
      return node.field === 'function';
    case 'await':
      return true;
    default:
      return false;
  }
}

/** `(await c()).x`: the parentheses are there for the await alone, and go with it. */
function isNeedlesslyParenthesized(node: Node, module: Module): boolean {
  const { parent } = node;
  if (node.type !== 'await' || parent?.type !== 'parenthesized_expression' || !needsOuterParentheses(parent))
    return false;
  return module.text(parent).length === module.text(node).length + 2;
}

const PRIMARIES = new Set([
  'identifier',
  'attribute',
  'subscript',
  'call',
  'parenthesized_expression',
  'list',
  'dictionary',
  'set',
  'tuple',
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'string',
  'integer',
  'float',
  'none',
  'true',
  'false',
  'ellipsis',
]);

/** `await X` binds as written only when X is one of these; else `await (X)` (rule 11). */
export function isPrimary(node: Node): boolean {
  return PRIMARIES.has(node.type);
}

/** What may not stand behind `await`, or in front of `(`, without parentheses of its own (rules 11, 12). */
export function needsParentheses(node: Node, module: Module): boolean {
  return !isPrimary(node) || hasBreakOutsideBrackets(node, module);
}

/** Edits that leave `inner` of `outer`, as something that an `await` may stand in front of. */
export function unwrap(outer: Node, inner: Node, module: Module): readonly Edit[] {
  const [open, close] = needsParentheses(inner, module) ? ['(', ')'] : ['', ''];
  return [
    { start: outer.start, end: inner.start, text: open },
    { start: inner.end, end: outer.end, text: close },
  ];
}

/** The call's parentheses hold a line break, a comment or a backslash outside X's own brackets (rule 12). */
function isLoose(site: RunSite, module: Module): boolean {
  const coroutine = site.coroutine as Node;
  if (site.node.type !== 'call') return false;
  const before = module.text({ start: parenthesisOf(site), end: coroutine.start });
  const after = module.text({ start: coroutine.end, end: site.node.end });
  return /[\n\r\\#]/.test(before + after) || hasBreakOutsideBrackets(coroutine, module);
}

const BRACKETED = new Set([
  'argument_list',
  'parenthesized_expression',
  'tuple',
  'list',
  'dictionary',
  'set',
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
  'subscript',
  'string',
]);

/** `obj⏎.m()⏎.n()`, `a +⏎b`: legal inside the call's parentheses only. */
export function hasBreakOutsideBrackets(node: Node, module: Module): boolean {
  let rest = module.text(node);
  if (!/[\n\r]/.test(rest)) return false;
  const stack: Node[] = [node];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (!BRACKETED.has(at.type)) {
      addAll(stack, at.children);
      continue;
    }
    const value = at.type === 'subscript' ? at.children.find((child) => child.field === 'value') : undefined;
    if (value !== undefined) stack.push(value);
    const [start, end] = [(value?.end ?? at.start) - node.start, at.end - node.start];
    rest = rest.slice(0, start) + rest.slice(start, end).replace(/[\n\r]/g, ' ') + rest.slice(end);
  }
  return /[\n\r]/.test(rest);
}

/** Keeps `(` … `)` of the call and everything in them but a keyword name and a trailing comma. */
function keepParentheses(site: RunSite, module: Module, head: string, close: string): readonly Edit[] {
  const coroutine = site.coroutine as Node;
  const open = parenthesisOf(site);
  const edits: Edit[] = [{ start: site.node.start, end: open, text: head }];
  const keyword = /[A-Za-z_]\w*\s*=\s*$/.exec(module.text({ start: open, end: coroutine.start }));
  if (keyword !== null) edits.push({ start: coroutine.start - keyword[0].length, end: coroutine.start, text: '' });
  edits.push(...withoutFurtherArguments(site, module));
  if (close !== '') edits.push({ start: site.node.end, end: site.node.end, text: close });
  return edits;
}

/** Dropped defaults (`debug=False`) and the trailing comma behind X; comments between them stay (rules 13, 15). */
function withoutFurtherArguments(site: RunSite, module: Module): readonly Edit[] {
  const start = (site.coroutine as Node).end;
  const tail = module.text({ start, end: site.node.end - 1 });
  const edits: Edit[] = [];
  for (const found of tail.matchAll(/#[^\n\r]*|,(?:\s*[A-Za-z_]\w*\s*=\s*[^,\s#)]+)?/g)) {
    if (found[0].startsWith('#')) continue;
    edits.push({ start: start + found.index, end: start + found.index + found[0].length, text: '' });
  }
  return edits;
}

function parenthesisOf(site: RunSite): number {
  return site.node.children.find((child) => child.field === 'arguments')?.start ?? site.node.start;
}

/** `anyio.run(main, 1)` → `await main(1)`: what is left of the node is a call, so it needs nothing around it. */
function wrapOperand(site: RunSite, prefix: string, suffix: string): readonly Edit[] {
  const { start, end } = site.node;
  const last: readonly Edit[] = suffix === '' ? [] : [{ start: end, end, text: suffix }];
  return [{ start, end: start, text: prefix }, ...(site.operand ?? []), ...last];
}

function rewrap(site: RunSite, module: Module, prefix: string, suffix: string): readonly Edit[] {
  const { code } = module.document;
  const { start, end } = site.node;
  const coroutine = site.coroutine as Node;
  // (await c())if x else y, coro)if x: a word must not grow into its neighbour (rule 14)
  const glueLeft = /\w/.test(code[start - 1] ?? '') && !/\w/.test(code[start] ?? '') ? ' ' : '';
  const last = suffix === '' ? code[coroutine.end - 1] : suffix.at(-1);
  const glueRight = /\w/.test(last ?? '') && /\w/.test(code[end] ?? '') ? ' ' : '';
  return [
    { start, end: coroutine.start, text: glueLeft + prefix },
    { start: coroutine.end, end, text: suffix + glueRight },
  ];
}
