import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { enclosingFunction } from '../python/standing.js';
import type { PythonVersion } from '../python/version.js';
import { contains, type Edit, indentation } from '../text.js';
import { type Draft, isDiagnostic, type LoopReference, type RunSite } from './form.js';
import { askDirectly, isLoopQuestion } from './kept-loop.js';
import { findRunnerMaker } from './loop.js';
import { mindsRunning } from './loop-state.js';
import type { MainDrive } from './main-parts.js';
import { writeAwait } from './operand.js';
import { findRefusedOption } from './options.js';
import { waitForever } from './run-forever.js';
import { dropNeedless, replaceRead, useRunningLoop } from './running-loop.js';
import { mendWait } from './wait.js';

/** The runs of legacy loops as awaits of the one coroutine that the code around them becomes. */
export interface LegacyAwaits {
  readonly draft: Draft;
  /** Uses of the loop beside them: they need it running, and so have to be inside. */
  readonly needing: readonly Node[];
}

/**
 *     loop = asyncio.get_event_loop()
 *     task = loop.create_task(main())         task = asyncio.create_task(main())
 *     loop.run_until_complete(task)           await task
 *     print(task.result())                    print(task.result())
 *     loop.close()
 *
 * @param owner The function that all of it stands in; `undefined` at module level.
 */
export function writeLegacyAwaits(
  sites: readonly RunSite[],
  owner: Node | undefined,
  module: Module,
  python: PythonVersion,
): LegacyAwaits | Diagnostic {
  const edits: Edit[] = [];
  const removes = new Set<Node>();
  const needing: Node[] = [];
  for (const site of sites) {
    const refused = findRefusedOption(site, module);
    if (refused !== undefined) return refused;
    if (site.form === 'run-forever') {
      edits.push(...waitForever(site, module).map(once));
      continue;
    }
    const written = writeAwait(site, module, python);
    if (isDiagnostic(written)) return written;
    edits.push(...written, ...mendWait(site.coroutine as Node, module, python));
  }
  const loops = new Set(sites.map((site) => site.loop as LoopReference));
  for (const { scaffolding } of loops) for (const statement of scaffolding) removes.add(statement);
  for (const loop of loops) {
    edits.push(...loop.around);
    const leftovers = loop.leftovers.filter((read) => ![...removes].some((statement) => contains(statement, read)));
    if (loop.binding !== undefined && findRunnerMaker(loop.binding, module) !== undefined) {
      const other = leftovers.find((read) => !isLoopQuestion(read, module));
      if (other !== undefined) return refuseLeftover(other, sites, module);
      const asyncio = module.importing('asyncio', loop.binding.definitions[0]?.node as Node);
      edits.push(...askDirectly({ ...loop, leftovers }, asyncio.name));
      needing.push(...leftovers);
      continue;
    }
    const { edits: running, rest } = useRunningLoop(leftovers, module);
    edits.push(...running.map(once));
    for (const read of rest) {
      if (enclosingFunction(read) !== owner || mindsRunning(read, module)) return refuseLeftover(read, sites, module);
      edits.push(...useBeside(read, module).map(once));
      needing.push(read);
    }
  }
  return { draft: { edits, removes: [...removes] }, needing };
}

function refuseLeftover(read: Node, sites: readonly RunSite[], module: Module): Diagnostic {
  return diagnostic(sites[0]?.extent ?? read, 'LS302', module.text(read), `\`${module.text(read.parent ?? read)}\``);
}

function useBeside(read: Node, module: Module): readonly Edit[] {
  const needless = dropNeedless(read, module);
  if (needless.length > 0) return needless;
  const call = read.parent?.type === 'argument_list' ? read.parent.parent : undefined;
  const callee = field(call, 'function');
  if (
    call === undefined ||
    callee === undefined ||
    !/^asyncio\.(?:Task\.)?all_tasks$/.test(module.resolve(callee) ?? '')
  ) {
    return replaceRead(read, module);
  }
  // pending = asyncio.all_tasks(loop)   the coroutine that asks is one of them (rule 40)
  const asyncio = module.importing('asyncio', read);
  const text = `${asyncio.name}.all_tasks() - {${asyncio.name}.current_task()}`;
  const isBare = /^(?:assignment|for_statement|for_in_clause|argument_list|list_splat)$/.test(call.parent?.type ?? '');
  return [...asyncio.edits, { start: call.start, end: call.end, text: isBare ? text : `(${text})` }];
}

function once(edit: Edit): Edit {
  return edit.from === undefined ? { ...edit, once: true } : edit;
}

/** The function that the program enters becomes a coroutine, and its one call runs it. */
export function writeEntry(definition: Node, call: Node, module: Module, drive?: MainDrive): Draft {
  if (drive !== undefined) {
    // main()   alone on its line: the handlers of its `try` go around it
    const asyncio = module.importing('asyncio', call);
    const lines = drive.lines(asyncio.name, indentation(module.document.code, call.start));
    const edits = [
      { start: definition.start, end: definition.start, text: 'async ' },
      { start: call.start, end: call.end, text: lines },
    ];
    return { edits: [...asyncio.edits, ...edits] };
  }
  const asyncio = module.importing('asyncio.run', call);
  return {
    edits: [
      ...asyncio.edits,
      { start: definition.start, end: definition.start, text: 'async ' },
      { start: call.start, end: call.start, text: `${asyncio.name}(` },
      { start: call.end, end: call.end, text: ')' },
    ],
  };
}
