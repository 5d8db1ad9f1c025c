import { insertAt } from '../edits.js';
import type { Module } from '../python/module.js';
import type { Node } from '../python/node.js';
import type { Span } from '../python/span.js';
import { contains, type Edit, type Range } from '../text.js';
import type { Draft, Form } from './form.js';
import { layoutOf, linesOf } from './layout.js';
import { endOfMain } from './main-body.js';
import { gatherParts, type MainContext } from './main-parts.js';
import { findShape, writeAround, writeInside } from './main-writer.js';

/**
 * One `async def main()` for a stretch of module-level code that shares a loop, and the lines that run it. Written only: a
 * file that has it holds an `async def` and a plain `asyncio.run(main())`.
 *
 *     session = Session()                  async def main():
 *     data = await session.load()              session = Session()
 *     print(data)                              data = await session.load()
 *                                              print(data)
 *
 *
 *                                          if __name__ == "__main__":
 *                                              asyncio.run(main())
 */
export const main: Form = {
  name: 'main',
  summary: 'one `async def main()` for module-level code that shares a loop',
  since: '3.6',
  recognize: () => [],
};

/**
 * The edits that make `main()` of a span.
 *
 * @param awaits what turns the sites in it into awaits
 */
export function writeMain(span: Span, awaits: Draft, context: MainContext): Draft {
  const { module } = context;
  const shape = findShape(span, module);
  const head = linesOf(shape?.statement ?? (span.moved[0] as Node), module).start;
  const asyncio = importAsyncio(span, head, context);
  const parts = gatherParts(span, head, asyncio.name, awaits, context);
  const end = endOfMain(parts);
  // what is taken away at the very end goes with the white space there
  const stays = (range: Range) => shape !== undefined || range.start < end;
  return {
    edits: [
      ...asyncio.edits,
      ...(context.drive?.edits ?? []),
      ...(shape === undefined ? writeAround(parts) : writeInside(parts, shape)),
      ...awaits.edits.filter((edit) => edit.text !== '' || stays(edit)),
    ],
    removes: [...(awaits.removes ?? []), ...globalStatements(span, module)].filter(stays),
    prunes: awaits.prunes ?? [],
  };
}

/** `main`, or the next name that the file does not know (rule 50). */
export function freshMainName(module: Module): string {
  const known = new Set(module.scopes.scopes.flatMap((scope) => [...scope.bindings.keys()]));
  const free = ['main', '_main', 'async_main'].find((name) => !known.has(name));
  if (free !== undefined) return free;
  let n = 2;
  while (known.has(`main_${n}`)) n++;
  return `main_${n}`;
}

/** `asyncio` for the last line: what is imported inside the function does not serve it, and nothing may be added there. */
function importAsyncio(
  span: Span,
  head: number,
  { module }: MainContext,
): { readonly name: string; readonly edits: readonly Edit[] } {
  const found = module.importing('asyncio', span.moved[0] as Node);
  const edits = found.edits.map((edit) => (edit.start >= head ? { ...edit, start: head, end: head } : edit));
  const definitions = module.scopes.moduleScope.bindings.get(found.name)?.definitions ?? [];
  const within = definitions.filter(({ node }) => span.moved.some((statement) => contains(statement, node)));
  if (edits.length > 0 || definitions.length > within.length) return { name: found.name, edits };
  const line = `import asyncio${found.name === 'asyncio' ? '' : ` as ${found.name}`}${layoutOf(module).eol}`;
  return { name: found.name, edits: [insertAt(head, line)] };
}

/** `global x` at module level says nothing there; in the function it would stand in the wrong place (§6.5). */
function globalStatements(span: Span, module: Module): readonly Node[] {
  const [first] = span.moved;
  if (first === undefined) return [];
  return [...module.find('global_statement')].filter(
    (node) => node.start >= first.start && node.parent === first.parent,
  );
}
