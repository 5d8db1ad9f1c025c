import { insertBefore } from '../edits.js';
import type { Module } from '../python/module.js';
import { type Node, statementOf } from '../python/node.js';
import { atLeast, type PythonVersion } from '../python/version.js';
import { contains, type Edit, lineStart } from '../text.js';
import type { Draft, RunSite } from './form.js';
import { writeCall } from './operand.js';

/**
 * Runs of one scope on the one loop that Python has before 3.7:
 *
 *     result = asyncio.run(main())      loop = asyncio.get_event_loop()
 *     asyncio.run(report(result))       result = loop.run_until_complete(main())
 *                                       loop.run_until_complete(report(result))
 *
 * From 3.14 on the loop is made and set, since none is there to be asked for (rule 41).
 */
export function writeOldRuns(sites: readonly RunSite[], module: Module, python: PythonVersion): Draft {
  const edits: Edit[] = [];
  const homes: Node[] = [];
  const maker = atLeast(python, '3.14') ? 'new_event_loop' : 'get_event_loop';
  for (const site of [...sites].sort((a, b) => a.node.start - b.node.start)) {
    const asyncio = module.importing('asyncio', site.node);
    edits.push(...asyncio.edits);
    const statement = findHome(site, module);
    if (statement === undefined) {
      edits.push(...writeCall(site, module, `${asyncio.name}.${maker}().run_until_complete`));
      continue;
    }
    edits.push(...writeCall(site, module, 'loop.run_until_complete'));
    const block = statement.parent as Node;
    // if x:⏎    asyncio.run(a())   the line above the first run serves the runs below it, at its level and inside
    if (homes.some((home) => home.end >= block.end && contains(home, block))) continue;
    homes.push(block);
    const lines = [`loop = ${asyncio.name}.${maker}()`];
    if (maker === 'new_event_loop') lines.push(`${asyncio.name}.set_event_loop(loop)`);
    edits.push(insertBefore(module, statement, lines));
  }
  return { edits };
}

/** The statement that a line can be put in front of; `undefined` where the name `loop` is taken, or there is no such place. */
function findHome(site: RunSite, module: Module): Node | undefined {
  const { kind, comprehensions } = site.standing;
  if (
    kind === 'lambda' ||
    kind === 'generator' ||
    kind === 'class-body' ||
    kind === 'annotation' ||
    comprehensions.length > 0
  )
    return undefined;
  if (module.scopes.lookup('loop', site.node) !== undefined) return undefined;
  const statement = statementOf(site.node);
  const { code } = module.document;
  const startsLine = code.slice(lineStart(code, statement.start), statement.start).trim() === '';
  // while asyncio.run(more()):   evaluated again and again: one loop above it does
  return startsLine && !/_definition$/.test(statement.type) ? statement : undefined;
}
