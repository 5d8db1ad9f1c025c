import { codeLineStarts, insertAt } from '../edits.js';
import { freshName } from '../python/imports.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { annotatedGlobals } from '../python/span.js';
import { atLeast, type PythonVersion } from '../python/version.js';
import { contains, type Edit, indentation, lineEnd } from '../text.js';
import type { Draft, RunSite } from './form.js';
import { blankLinesAbove, type Layout, layoutOf, linesOf } from './layout.js';
import { writeCall } from './operand.js';
import { runner } from './runner.js';

/** Statements that go into a coroutine of their own, which is run where they stood. */
export interface Wrapped {
  readonly statements: readonly Node[];
  /** Names they bind, which stay those of the module. */
  readonly globals: readonly string[];
  /** The last of them is an expression that a notebook shows. */
  readonly isShown: boolean;
}

/** Module-level code that shares a loop and stays where it stands. */
export interface SharedRuns {
  /** The first statement that needs the loop to be there. */
  readonly first: Node;
  /** Awaits of a coroutine that any loop may run. */
  readonly sites: readonly RunSite[];
  /** Calls of `asyncio.create_task`: the loop takes the task without being run. */
  readonly started: readonly Node[];
  readonly wrapped: readonly Wrapped[];
}

/**
 * One loop for code that cannot move into a `main()`, since cells keep their places and names theirs (§6.46, §6.47).
 *
 *     reader = await connect()             runner = asyncio.Runner()
 *     async with lock: …                   reader = runner.run(connect())
 *
 *                                          async def cell_2():
 *                                              async with lock: …
 *
 *                                          runner.run(cell_2())
 *
 * Below 3.11 a loop that is made once takes the runner's place; where there is one run, `asyncio.run` does.
 */
export function writeSharedRuns(runs: SharedRuns, module: Module, python: PythonVersion): Draft {
  const layout = layoutOf(module);
  const { first } = runs;
  const asyncio = module.importing('asyncio', first);
  const { driver, loop, lines } = chooseDriver(runs, asyncio.name, module, python);
  const edits: Edit[] = [...asyncio.edits];
  const home = linesOf(first, module).start;
  // a cell may be indented as a whole
  const lead = indentation(module.document.code, first.start);
  if (lines.length > 0) edits.push(insertAt(home, lines.map((line) => lead + line + layout.eol).join('')));
  const taken = new Set<string>();
  for (const wrapped of runs.wrapped) {
    const isHome = lines.length > 0 && contains(linesOf(first, module), wrapped.statements[0] as Node);
    edits.push(...writeWrapped(wrapped, driver, isHome, taken, layout, module));
  }
  for (const call of runs.started) {
    const callee = field(call, 'function') as Node;
    edits.push({ start: callee.start, end: callee.end, text: `${loop}.create_task` });
  }
  for (const site of runs.sites) edits.push(...writeCall(site, module, driver));
  if (module.document.format !== 'notebook' && lines.length > 0) edits.push(...closeAtEnd(driver, layout, module));
  return { edits };
}

/** A script ends, and its runner with it: what still runs is cancelled, as `asyncio.run` does. */
function closeAtEnd(driver: string, { eol }: Layout, module: Module): readonly Edit[] {
  const { code } = module.document;
  const end = code.length - (/\s*$/.exec(code)?.[0].length ?? 0);
  return [insertAt(end, `${eol}${driver.replace(/\.\w+$/, '.close')}()`)];
}

function chooseDriver(
  { sites, started, wrapped }: SharedRuns,
  asyncio: string,
  module: Module,
  python: PythonVersion,
): { readonly driver: string; readonly loop: string; readonly lines: readonly string[] } {
  if (sites.length === 0 && started.length === 0 && wrapped.length === 1) {
    const driver = atLeast(python, '3.7') ? `${asyncio}.run` : `${asyncio}.get_event_loop().run_until_complete`;
    return { driver, loop: '', lines: [] };
  }
  if (atLeast(python, runner.since)) {
    const name = freshName(module, 'runner');
    return { driver: `${name}.run`, loop: `${name}.get_loop()`, lines: [`${name} = ${asyncio}.Runner()`] };
  }
  const name = freshName(module, 'loop');
  const lines = [`${name} = ${asyncio}.new_event_loop()`, `${asyncio}.set_event_loop(${name})`];
  return { driver: `${name}.run_until_complete`, loop: name, lines };
}

function writeWrapped(
  { statements, globals, isShown }: Wrapped,
  driver: string,
  isHome: boolean,
  taken: Set<string>,
  { eol, unit }: Layout,
  module: Module,
): readonly Edit[] {
  const { code } = module.document;
  const first = statements[0] as Node;
  const last = statements[statements.length - 1] as Node;
  const name = nameFor(first, taken, module);
  const { start } = linesOf(first, module);
  const lead = indentation(code, first.start);
  const cell = module.document.cellAt(first.start);
  const opens = code.slice(cell.start, start).trim() === '';
  const above = opens ? 2 : Math.min(2, blankLinesAbove(start, module));
  const annotated = statements.flatMap((statement) => annotatedGlobals(statement, module, globals));
  const outside = annotated
    .map((node) => `${lead}${text(node, 'left', module)}: ${text(node, 'type', module)}${eol}`)
    .join('');
  const gap = isHome || outside !== '' ? 2 : 2 - above;
  const names = globals.length === 0 ? '' : `${lead}${unit}global ${globals.join(', ')}${eol}`;
  const end = Math.min(lineEnd(code, last.end), cell.end);
  const content = end - (/\s*$/.exec(code.slice(last.end, end))?.[0].length ?? 0);
  const follows = code.slice(end, cell.end).trim() === '' ? '' : eol;
  const lines = codeLineStarts(module, { start, end }).filter((at) => code.slice(at, lineEnd(code, at)).trim() !== '');
  return [
    insertAt(start, `${outside}${eol.repeat(gap)}${lead}async def ${name}():${eol}${names}${unit}`),
    ...lines
      .filter((at) => at > start && !(isShown && at === last.start))
      .map((at) => ({ ...insertAt(at, unit), yields: true as const })),
    ...(isShown ? [insertAt(last.start, `${last.start > start ? unit : ''}return `)] : []),
    ...annotated.map((node) => ({
      start: (field(node, 'left') as Node).end,
      end: (field(node, 'type') as Node).end,
      text: '',
    })),
    insertAt(
      content,
      `${eol}${eol}${eol}${lead}${driver}(${name}())${follows === '' || startsBlank(code, end) ? '' : eol}`,
    ),
  ];
}

function startsBlank(code: string, offset: number): boolean {
  return /^[ \t]*\r?\n/.test(code.slice(offset));
}

function text(node: Node, name: string, module: Module): string {
  return module.text(field(node, name) as Node);
}

/** `cell_3`, or in a script `step`. */
function nameFor(statement: Node, taken: Set<string>, module: Module): string {
  const { format } = module.document;
  const base = format === 'notebook' ? `cell_${module.document.cellAt(statement.start).index}` : 'step';
  let name = freshName(module, base);
  for (let n = 2; taken.has(name); n++) name = freshName(module, `${base}_${n}`);
  taken.add(name);
  return name;
}
