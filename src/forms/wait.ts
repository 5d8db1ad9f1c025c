import type { Module } from '../python/module.js';
import { field, type Node, unparenthesized } from '../python/node.js';
import { atLeast, type PythonVersion } from '../python/version.js';
import type { Edit } from '../text.js';
import { classifyOperand } from './future.js';

/**
 * `asyncio.wait([a(), b()])` takes no bare coroutines from 3.11 on (§3.23): they are made tasks, where a loop is running.
 *
 *     asyncio.wait([a(), b()])          →  asyncio.wait([asyncio.ensure_future(a()), asyncio.ensure_future(b())])
 *     asyncio.wait([f(i) for i in x])   →  asyncio.wait([asyncio.ensure_future(f(i)) for i in x])
 *     asyncio.wait(jobs)                →  asyncio.wait([asyncio.ensure_future(job) for job in jobs])
 */
export function mendWait(operand: Node, module: Module, python: PythonVersion): readonly Edit[] {
  const node = unparenthesized(operand);
  if (!atLeast(python, '3.11') || node.type !== 'call') return [];
  if (module.resolve(field(node, 'function') as Node) !== 'asyncio.wait') return [];
  const [waited] = module.call(node).args;
  if (waited === undefined) return [];
  const asyncio = module.importing('asyncio', node);
  const wrap = (item: Node): readonly Edit[] =>
    classifyOperand(item, module) !== 'coroutine'
      ? []
      : [
          { start: item.start, end: item.start, text: `${asyncio.name}.ensure_future(`, once: true },
          { start: item.end, end: item.end, text: ')', once: true },
        ];
  const edits = editsFor(waited, wrap, asyncio.name, module);
  return edits.length === 0 ? [] : [...asyncio.edits, ...edits];
}

function editsFor(
  waited: Node,
  wrap: (item: Node) => readonly Edit[],
  asyncio: string,
  module: Module,
): readonly Edit[] {
  switch (waited.type) {
    case 'list':
    case 'set':
    case 'tuple':
      return waited.children.flatMap(wrap);
    case 'list_comprehension':
    case 'set_comprehension':
    case 'generator_expression': {
      const body = field(waited, 'body');
      return body === undefined ? [] : wrap(body);
    }
    case 'identifier': {
      const values = module.scopes.bindingOf(waited)?.definitions.map((definition) => definition.value) ?? [];
      const holdsCoroutines = values.some(
        (value) => value !== undefined && editsFor(value, wrap, asyncio, module).length > 0,
      );
      if (!holdsCoroutines || values.some((value) => value?.type === 'identifier')) return [];
      const name = module.text(waited);
      const each = name.endsWith('s') && name.length > 1 ? name.slice(0, -1) : 'each';
      return [
        {
          start: waited.start,
          end: waited.start,
          text: `[${asyncio}.ensure_future(${each}) for ${each} in `,
          once: true,
        },
        { start: waited.end, end: waited.end, text: ']', once: true },
      ];
    }
    default:
      return [];
  }
}
