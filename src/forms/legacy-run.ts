import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { Module } from '../python/module.js';
import type { Node } from '../python/node.js';
import type { PythonVersion } from '../python/version.js';
import { contains } from '../text.js';
import { type Draft, isDiagnostic, type LoopReference, type RunSite } from './form.js';
import { classifyOperand } from './future.js';
import { isGuess, writeInnerMain } from './inner-main.js';
import { writeCall } from './operand.js';
import { carryOptions } from './options.js';
import { dropNeedless, findNeedlessArgument, replaceRead, useRunningLoop } from './running-loop.js';
import { mendWait } from './wait.js';

/**
 * One run of a legacy loop as one `asyncio.run`, with the loop gone:
 *
 *     loop = asyncio.get_event_loop()
 *     loop.run_until_complete(main())          →  asyncio.run(main())
 *     loop.close()
 *
 * What needs the loop where it is made gets a coroutine around it (rules 32-34):
 *
 *     loop.run_until_complete(main(loop))      →  async def run_main():
 *                                                     await main(asyncio.get_running_loop())
 *
 *                                                 asyncio.run(run_main())
 *
 * @param driver `asyncio.run`, `runner.run`: what drives the coroutine now.
 */
export function writeLegacyRun(
  site: RunSite,
  module: Module,
  python: PythonVersion,
  driver?: string,
): Draft | Diagnostic {
  const loop = site.loop as LoopReference;
  const coroutine = site.coroutine as Node;
  const carried = carryOptions(site, module, python);
  if (isDiagnostic(carried)) return carried;
  const asyncio = module.importing('asyncio.run', site.node);
  const callee = driver ?? asyncio.name;
  const imports = driver === undefined ? asyncio.edits : [];
  const [other] = loop.leftovers;
  if (site.form === 'runner' && other !== undefined)
    return diagnostic(site.extent, 'LS302', module.text(other), `\`${module.text(other.parent ?? other)}\``);
  const { edits, rest: left } = useRunningLoop(loop.leftovers, module);
  const running = [...edits, ...left.flatMap((read) => dropNeedless(read, module))];
  const rest = left.filter((read) => findNeedlessArgument(read, module) === undefined);
  const outside = rest.find((read) => !contains(coroutine, read));
  if (outside !== undefined) {
    const use = module.text(outside.parent?.type === 'attribute' ? outside.parent : outside);
    return diagnostic(site.extent, 'LS302', module.text(outside), `\`${use}\``);
  }
  const removes = loop.scaffolding;
  const operand = classifyOperand(coroutine, module);
  if (operand === 'held-future') return diagnostic(site.extent, 'LS307', firstLine(coroutine, module));
  if (rest.length === 0 && (operand === 'coroutine' || isGuess(site, module))) {
    return {
      edits: [...imports, ...running, ...loop.around, ...writeCall(site, module, callee, carried.text)],
      removes,
    };
  }
  const inside = useInside(rest, module);
  const waited = mendWait(coroutine, module, python);
  const inner = writeInnerMain(site, module, { lead: inside.lead, shifts: loop.around });
  if (isDiagnostic(inner)) return inner;
  const call = [
    { start: site.node.start, end: coroutine.start, text: `${callee}(${inner.name}()` },
    { start: coroutine.end, end: site.node.end, text: `${carried.text})` },
  ];
  return {
    edits: [...imports, ...running, ...loop.around, ...inside.edits, ...waited, ...inner.edits, ...call],
    removes,
  };
}

/** The loop inside the operand: named once where it is used twice. */
function useInside(others: readonly Node[], module: Module): { lead: readonly string[]; edits: Draft['edits'] } {
  const [first] = others;
  if (first === undefined || others.length === 1)
    return { lead: [], edits: others.flatMap((read) => replaceRead(read, module)) };
  const asyncio = module.importing('asyncio', first);
  return { lead: [`${module.text(first)} = ${asyncio.name}.get_running_loop()`], edits: asyncio.edits };
}

function firstLine(node: Node, module: Module): string {
  return module.text(node).split('\n', 1)[0] as string;
}
