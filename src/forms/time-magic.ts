import type { Magic } from '../documents/document.js';
import { freshName, planImport } from '../python/imports.js';
import type { Module } from '../python/module.js';
import { type Node, statementOf } from '../python/node.js';
import { contains, type Edit, indentation, lineBreak, lineEnd, lineStart } from '../text.js';
import type { Draft, RunSite } from './form.js';

/**
 * `%%time` and `%time` as plain code (semantics.md §1.72). The value that the cell showed is shown still.
 *
 *     %%time                   start = time.perf_counter()
 *     y = asyncio.run(f())     y = await f()
 *                              print(f'Wall time: {time.perf_counter() - start:.3f} s')
 *
 *     %time asyncio.run(f())   start = time.perf_counter()
 *                              value = await f()
 *                              print(f'Wall time: {time.perf_counter() - start:.3f} s')
 *                              value
 *
 * @returns `undefined` where the line cannot be taken apart: `if x: %time f()`, or a cell below its magic that is indented as a whole.
 */
export function writeTiming(magic: Magic, site: RunSite, module: Module): Draft | undefined {
  const { code } = module.document;
  const eol = lineBreak(code);
  const { body } = magic;
  if (body === undefined) return undefined;
  if (magic.kind === 'cell' && /^\s*?[ \t]+\S/.test(code.slice(body.start, body.end))) return undefined;
  const first = magic.target === undefined ? magic.start : statementOf(site.node).start;
  if (code.slice(lineStart(code, first), first).trim() !== '') return undefined;
  const lead = indentation(code, first);
  const time = planImport(module, 'time.perf_counter', site.node);
  const inside = time.edits.filter((edit) => contains(magic, edit));
  const imports = inside.map((edit) => edit.text).join('');
  const start = freshName(module, 'start');
  const opening = `${imports}${start} = ${time.name}()${eol}${lead}`;
  const shown = magic.target === undefined ? findShown(magic, site, module) : undefined;
  const value = freshName(module, 'value');
  const lines = [`print(f'Wall time: {${time.name}() - ${start}:.3f} s')`, ...(shown === undefined ? [] : [value])];
  const edits: Edit[] = time.edits.filter((edit) => !inside.includes(edit));
  if (magic.kind === 'cell') {
    edits.push({ start: magic.start, end: lineEnd(code, magic.start), text: opening });
  } else {
    if (first < magic.start) edits.push({ start: first, end: first, text: opening });
    edits.push({ start: magic.start, end: body.start, text: first < magic.start ? '' : opening });
  }
  if (shown !== undefined) edits.push({ start: shown.start, end: shown.start, text: `${value} = ` });
  const end = magic.start + code.slice(magic.start, magic.end).trimEnd().length;
  edits.push({ start: end, end, text: lines.map((line) => eol + lead + line).join('') });
  return { edits: edits.map((edit) => ({ ...edit, once: true })) };
}

/** The expression whose value the cell shows at its end, under the magic; not `print(…)`, and not with `;` behind it. */
function findShown(magic: Magic, site: RunSite, module: Module): Node | undefined {
  const { code, magics } = module.document;
  const root = module.roots.find((each) => contains(each, site.node));
  const last = root?.children.findLast((child) => child.type !== 'comment');
  if (last === undefined || last.type !== 'expression_statement' || !contains(magic, last)) return undefined;
  // %time for x in y: f(x)   what is seen of it is the last part of a statement that shows nothing
  if (magic.kind !== 'cell' && last.start !== magic.body?.start) return undefined;
  if (magics.some((other) => other !== magic && contains(other, last))) return undefined;
  const [expression] = last.children;
  const isAssignment = /^(?:assignment|augmented_assignment)$/.test(expression?.type ?? '');
  if (expression === undefined || isAssignment || /^print\s*\(/.test(module.text(last))) return undefined;
  return /^[ \t]*;/.test(code.slice(last.end, lineEnd(code, last.end))) ? undefined : last;
}
