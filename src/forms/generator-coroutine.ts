import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { enclosingFunction } from '../python/standing.js';
import { type Edit, lineEnd, lineStart } from '../text.js';
import { isPrimary, needsOuterParentheses } from './operand.js';

/**
 * A coroutine in the spelling of Python 3.4, as a native one.
 *
 *     @asyncio.coroutine
 *     def fetch(url):                  async def fetch(url):
 *         yield from asyncio.sleep(1)      await asyncio.sleep(1)
 *         return url                       return url
 *
 * @param decorator The name behind the `@`.
 * @returns `undefined` where there is more to it: another decorator, a plain `yield`, a call in place of the name.
 */
export function writeAsyncDefOf(decorator: Node, module: Module): readonly Edit[] | undefined {
  const line = decorator.parent;
  const decorated = line?.parent;
  const definition = field(decorated, 'definition');
  if (line?.type !== 'decorator' || decorated?.type !== 'decorated_definition') return undefined;
  if (definition?.type !== 'function_definition' || definition.isAsync) return undefined;
  if (decorated.children.filter((child) => child.type === 'decorator').length > 1) return undefined;
  const { code } = module.document;
  const edits: Edit[] = [
    {
      start: lineStart(code, line.start) + (line.start - lineStart(code, line.start)),
      end: definition.start,
      text: 'async ',
    },
  ];
  const comment = code.slice(line.end, lineEnd(code, line.end)).includes('#');
  if (comment) return undefined;
  for (const node of module.find('yield', definition)) {
    if (enclosingFunction(node) !== definition) continue;
    const operand = node.children.find((child) => child.type !== 'comment');
    const lead = /^yield\s+from\s+/.exec(module.text(node));
    if (operand === undefined || lead === null) return undefined;
    const [open, close] = isPrimary(operand) ? ['', ''] : ['(', ')'];
    const { start, end } = findOwnParentheses(node, module) ?? node;
    edits.push({ start, end: operand.start, text: `await ${open}` });
    if (close !== '' || end > operand.end) edits.push({ start: operand.end, end, text: close });
  }
  return edits;
}

/** `[(yield from get())]` → `[await get()]`: `yield from` has to stand in parentheses nearly everywhere, `await` nearly nowhere. */
function findOwnParentheses(node: Node, module: Module): Node | undefined {
  const around = node.parent;
  if (around?.type !== 'parenthesized_expression' || needsOuterParentheses(around)) return undefined;
  const { code } = module.document;
  const isTight = around.start + 1 === node.start && around.end === node.end + 1;
  return isTight && !/\w/.test(code[around.start - 1] ?? '') && !/[\r\n]/.test(module.text(node)) ? around : undefined;
}

/** The defs that {@link writeAsyncDefOf} makes native coroutines of. */
export function findGeneratorCoroutines(module: Module): readonly Node[] {
  return [...module.find('decorator')].flatMap((line) => {
    const [name] = line.children;
    const definition = field(line.parent, 'definition');
    if (name === undefined || definition === undefined || module.resolve(name) !== 'asyncio.coroutine') return [];
    return writeAsyncDefOf(name, module) === undefined ? [] : [definition];
  });
}
