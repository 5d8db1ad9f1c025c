import type { Module } from '../../python/module.js';
import { type Node, statementOf } from '../../python/node.js';
import { contains, type Edit, indentation, lineEnd, lineStart } from '../../text.js';
import type { RunSite } from '../form.js';
import { layoutOf } from '../layout.js';
import { writeCall } from '../operand.js';

/**
 * The task guard around a coroutine that nobody waits for. The question stands alone in the `try` (rule 53), nothing runs
 * inside of the `except` (rule 54), the task is kept under a name and its exception is reported (rule 56).
 *
 * Right only where nothing behind the site needs its result, its order, or the way the program ends.
 */
export function writeTaskGuard(site: RunSite, module: Module, sites: readonly RunSite[]): readonly Edit[] {
  const { code } = module.document;
  const statement = statementOf(site.node);
  const asyncio = module.importing('asyncio', site.node);
  const { eol, unit } = layoutOf(module);
  const opening = findOpening(statement, site, module);
  const mended = sites.filter(
    (each) => each === site || (each.form === site.form && each.flaw !== undefined && !isStuck(each)),
  );
  const [loop, task] = [freeName('loop', mended, module), freeName('task', mended, module)];
  const indented = (lines: readonly string[]) => lines.map((line) => opening.indent + line).join(eol);
  const parts = taskGuard({ asyncio: asyncio.name, coroutine: module.text(site.coroutine as Node), loop, task, unit });
  const [head, tail] = [indented([...parts.head, unit]), indented(parts.tail)];
  const cell = module.document.cellAt(statement.start);
  const end = Math.min(lineEnd(code, statement.end), cell.end);
  const lineLength = code.slice(statement.end, end).replace(/\r?\n$/, '').length;
  return [
    ...asyncio.edits,
    { start: opening.start, end: statement.start, text: opening.lead(eol) + head.slice(opening.skips) },
    ...writeCall(site, module, `${asyncio.name}.run`),
    { start: statement.end + lineLength, end: statement.end + lineLength, text: eol + tail },
  ];
}

interface GuardParts {
  readonly asyncio: string;
  readonly coroutine: string;
  readonly loop: string;
  readonly task: string;
  readonly unit: string;
}

/** The lines in front of the run, and those behind it. */
export function taskGuard({ asyncio, coroutine, loop, task, unit }: GuardParts): {
  readonly head: readonly string[];
  readonly tail: readonly string[];
} {
  return {
    head: [
      'try:',
      `${unit}${loop} = ${asyncio}.get_running_loop()`,
      'except RuntimeError:',
      `${unit}${loop} = None`,
      `if ${loop} is None:`,
    ],
    tail: [
      'else:',
      `${unit}${task} = ${loop}.create_task(${coroutine})`,
      `${unit}${task}.add_done_callback(lambda ${task}: ${task}.result())`,
    ],
  };
}

/** A coroutine that is written out twice has to be one line, and hold no other site. */
export function canRepeat(site: RunSite, module: Module, sites: readonly RunSite[]): boolean {
  const { coroutine } = site;
  if (coroutine === undefined || /[\n\r]/.test(module.text(coroutine))) return false;
  return !sites.some((other) => other !== site && contains(coroutine, other.node));
}

interface Opening {
  readonly start: number;
  /** What the guard is indented by. */
  readonly indent: string;
  /** How much of the first line's indentation stands there already. */
  readonly skips: number;
  lead(eol: string): string;
}

/** Where the first line of the guard goes: in place of the statement, or on a line of its own where that shared one. */
function findOpening(statement: Node, site: RunSite, module: Module): Opening {
  const { code } = module.document;
  const start = lineStart(code, statement.start);
  const before = code.slice(start, statement.start);
  const indent = indentation(code, Math.min(site.extent.start, statement.start));
  if (before.trim() === '') {
    // in a guard that is taken away, the line has been dedented to where the guard stood
    return { start: statement.start, indent, skips: indent.length, lead: () => '' };
  }
  // if __name__ == "__main__": asyncio.run(main())     x = 1; asyncio.run(main())
  const gap = /([:;])[ \t]*$/.exec(before);
  const from = statement.start - (gap?.[0].length ?? 0) + (gap?.[1] === ':' ? 1 : 0);
  const deeper = gap?.[1] === ':' && site.form !== 'guard' ? indent + layoutOf(module).unit : indent;
  if (site.form === 'guard') return { start: statement.start, indent, skips: indent.length, lead: () => '' };
  return { start: from, indent: deeper, skips: 0, lead: (eol) => eol };
}

function isStuck(site: RunSite): boolean {
  return site.refusal !== undefined || site.obstacle !== undefined;
}

/** `loop`, `task`: unless the file means something else by it that is not taken away with the site. */
export function freeName(wanted: string, sites: readonly RunSite[], module: Module): string {
  const gone = sites.flatMap((site) => [site.extent, ...(site.prunes ?? []), ...site.scaffolding, ...site.around]);
  const isFree = (name: string) => {
    const binding = module.scopes.moduleScope.bindings.get(name);
    const uses = [...(binding?.definitions.map(({ node }) => node) ?? []), ...(binding?.references ?? [])];
    return uses.every((use) => gone.some((range) => contains(range, use)));
  };
  if (isFree(wanted)) return wanted;
  let n = 2;
  while (!isFree(`${wanted}_${n}`)) n++;
  return `${wanted}_${n}`;
}
