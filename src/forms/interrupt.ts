import { unwrapBlock } from '../edits.js';
import type { Module } from '../python/module.js';
import { descendants, field, type Node } from '../python/node.js';
import { contains, type Edit, indentation, lineEnd, lineStart, type Range } from '../text.js';
import type { RunSite } from './form.js';
import { layoutOf } from './layout.js';
import type { MainDrive } from './main-parts.js';

/** A `try` whose handlers go around the run of the `main()` that its body becomes part of (rule 43). */
export interface Interrupt {
  readonly statement: Node;
  /** Edits that take the `try` and its handlers away from around the body. */
  readonly edits: readonly Edit[];
  /** What they delete: nothing in there is to be edited besides. */
  readonly deleted: Range;
  drive(name: string): MainDrive;
}

/**
 * Ctrl-C is seen by the code around `asyncio.run`, never by the coroutine inside (§4.13).
 *
 *     loop.create_task(serve())        async def main():
 *     try:                                 asyncio.create_task(serve())
 *         loop.run_forever()               await asyncio.Event().wait()
 *     except KeyboardInterrupt:
 *         print("bye")                 try:
 *                                          asyncio.run(main())
 *                                      except KeyboardInterrupt:
 *                                          print("bye")
 *
 * @param gone Statements that go with the loop, and other ranges that are taken away.
 */
export function planInterrupt(
  sites: readonly RunSite[],
  gone: readonly Range[],
  module: Module,
): Interrupt | undefined {
  const statement = findTry(sites, gone, module);
  if (statement === undefined) return undefined;
  const { code } = module.document;
  const body = field(statement, 'body') as Node;
  const last = body.children.findLast((child) => child.type !== 'comment') as Node;
  const clauses = statement.children.filter(
    (child) => child.type === 'except_clause' || child.type === 'finally_clause',
  );
  const kept = clauses.map((clause) => linesOfClause(clause, statement, gone, module));
  if (bindsWhatIsRead(clauses, statement, gone, module)) return keepFinally(statement, clauses, gone, module);
  const deleted = { start: lineEnd(code, last.end), end: lineEnd(code, endOf(clauses[clauses.length - 1] as Node)) };
  return {
    statement,
    edits: [...unwrapBlock(module, statement, body), { ...deleted, text: '' }],
    deleted,
    drive: (name) => ({
      edits: [],
      lines: (asyncio, indent) => {
        const { eol, unit } = layoutOf(module);
        return ['try:', `${unit}${asyncio}.run(${name}())`, ...kept.flat()].join(eol + indent);
      },
    }),
  };
}

/**
 * What the body makes is cleaned up inside; a handler that does nothing goes around the run all the same.
 *
 *     try:                                 async def main():
 *         loop.run_forever()                   try:
 *     except KeyboardInterrupt:                    await asyncio.Event().wait()
 *         pass                                 finally:
 *     finally:                                     server.close()
 *         server.close()
 */
function keepFinally(
  statement: Node,
  clauses: readonly Node[],
  gone: readonly Range[],
  module: Module,
): Interrupt | undefined {
  const [handler, last, ...others] = clauses;
  if (handler?.type !== 'except_clause' || last?.type !== 'finally_clause' || others.length > 0) return undefined;
  const isGone = (range: Range) => gone.some((node) => contains(node, range));
  const left = handler.children.find((child) => child.type === 'block')?.children ?? [];
  if (!left.every((child) => child.type === 'pass_statement' || isGone(child))) return undefined;
  const { code } = module.document;
  const deleted = { start: lineStart(code, handler.start), end: lineStart(code, last.start) };
  const head = headOf(handler, module).trimEnd();
  return {
    statement,
    edits: [{ ...deleted, text: '' }],
    deleted,
    drive: (name) => ({
      edits: [],
      lines: (asyncio, indent) => {
        const { eol, unit } = layoutOf(module);
        return ['try:', `${unit}${asyncio}.run(${name}())`, head, `${unit}pass`].join(eol + indent);
      },
    }),
  };
}

/** The last statement of its block, if it is a `try` with a handler for Ctrl-C, and nobody runs anything in its handlers. */
function findTry(sites: readonly RunSite[], gone: readonly Range[], module: Module): Node | undefined {
  for (const statement of module.find('try_statement')) {
    const body = field(statement, 'body');
    const inside = sites.filter((site) => contains(statement, site.node));
    if (body === undefined || inside.length === 0 || !inside.every((site) => contains(body, site.node))) continue;
    const siblings =
      statement.parent?.children.filter(
        (child) => child.type !== 'comment' && !gone.some((range) => contains(range, child)),
      ) ?? [];
    if (siblings[siblings.length - 1] !== statement || statement.children.some((child) => child.type === 'else_clause'))
      continue;
    const { code } = module.document;
    if (lineStart(code, body.start) === lineStart(code, statement.start)) continue;
    const handlers = statement.children.filter((child) => child.type === 'except_clause');
    if (handlers.some((clause) => /\bKeyboardInterrupt\b/.test(headOf(clause, module)))) return statement;
  }
  return undefined;
}

function headOf(clause: Node, module: Module): string {
  const block = clause.children.find((child) => child.type === 'block');
  return module.text({ start: clause.start, end: block?.start ?? clause.end });
}

/** A clause's lines as they stand at module level, without what goes; an emptied handler passes, an emptied `finally` goes. */
function linesOfClause(clause: Node, statement: Node, gone: readonly Range[], module: Module): readonly string[] {
  const { code } = module.document;
  const { unit } = layoutOf(module);
  const width = indentation(code, statement.start).length;
  const block = clause.children.find((child) => child.type === 'block') as Node;
  const isGone = (range: Range) => gone.some((node) => contains(node, range));
  const left = block.children.filter((child) => child.type !== 'comment' && !isGone(child));
  if (left.length === 0) {
    const head = headOf(clause, module).split(/\r?\n/, 1)[0]?.trimEnd() ?? '';
    return clause.type === 'finally_clause' ? [] : [head, `${unit}pass`];
  }
  const lines: string[] = [];
  for (let at = lineStart(code, clause.start); at < endOf(clause); at = lineEnd(code, at)) {
    const start = at + indentation(code, at).length;
    if (isGone({ start, end: start + 1 })) continue;
    lines.push(code.slice(at, lineEnd(code, at)).trimEnd().slice(width));
  }
  return lines;
}

/** `except KeyboardInterrupt: server.close()`   what the body makes is not seen outside of `main()`. */
function bindsWhatIsRead(clauses: readonly Node[], statement: Node, gone: readonly Range[], module: Module): boolean {
  const block = statement.parent as Node;
  for (const clause of clauses) {
    for (const node of descendants(clause)) {
      if (gone.some((each) => contains(each, node))) continue;
      // asyncio.all_tasks()   no loop runs out there
      if (node.type === 'call' && module.resolve(field(node, 'function') as Node)?.startsWith('asyncio.')) return true;
      const binding = node.type === 'identifier' ? module.scopes.bindingOf(node) : undefined;
      const isLocal = binding?.scope.kind === 'function' && !contains(clause, binding.scope.node);
      if (isLocal && binding.definitions.some((definition) => !contains(clause, definition.node))) return true;
      const definitions = binding?.definitions ?? [];
      const isMoved = definitions.some(
        (definition) =>
          definition.kind !== 'import' &&
          definition.kind !== 'def' &&
          definition.kind !== 'class' &&
          contains(block, definition.node) &&
          !contains(clause, definition.node),
      );
      if (isMoved) return true;
    }
  }
  return false;
}

function endOf(clause: Node): number {
  const block = clause.children.find((child) => child.type === 'block');
  return block?.children.findLast((child) => child.type !== 'comment')?.end ?? clause.end;
}
