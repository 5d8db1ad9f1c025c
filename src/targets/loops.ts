import type { Facts } from '../analysis/facts.js';
import { isRepeated } from '../analysis/lifetime.js';
import { findStopByOthers } from '../analysis/stops.js';
import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { LoopReference, RunSite } from '../forms/form.js';
import { isLoopQuestion, keepRunningLoop } from '../forms/kept-loop.js';
import { hasOwnMethod } from '../forms/loop-api.js';
import { mindsRunning } from '../forms/loop-state.js';
import { findBehind, leftToTheLoop } from '../forms/run-forever.js';
import { nameOfLoop } from '../forms/runner-span.js';
import { mendWait } from '../forms/wait.js';
import { field, type Node } from '../python/node.js';
import { contains } from '../text.js';
import type { Choice } from './target.js';

/**
 * What becomes of the rest of a legacy loop where its runs are awaited on the loop that runs already, or bridged.
 *
 *     loop = asyncio.new_event_loop()      →  loop = asyncio.get_running_loop()
 *     task = loop.create_task(main())         task = loop.create_task(main())
 *     loop.run_until_complete(task)           await task
 *     loop.close()
 */
export function minding(choice: Choice, site: RunSite, facts: Facts): Choice {
  const { loop } = site;
  if (choice.kind !== 'write' || loop === undefined) return choice;
  const obstacle = choice.form.name === 'await' ? findKernelHazard(site, loop, facts) : findSplit(site, loop, facts);
  if (obstacle !== undefined) return { kind: 'refuse', why: obstacle };
  if (choice.form.name !== 'await') return choice;
  const kept = keepRunningLoop(loop, facts.module);
  const waited = site.coroutine === undefined ? [] : mendWait(site.coroutine, facts.module, facts.python);
  const edits = [...(choice.also?.edits ?? []), ...(kept?.edits ?? []), ...waited];
  const removes = [...(choice.also?.removes ?? []), ...(kept?.removes ?? [])];
  return { ...choice, also: { edits, removes } };
}

/** `loop.run_forever()` in a cell: the kernel's loop runs on by itself. What stands behind it would run at once. */
export function chooseForever(site: RunSite, facts: Facts): Choice {
  if (site.standing.kind === 'async-function')
    return { kind: 'refuse', why: diagnostic(site.extent, 'LS312', 'the loop runs already') };
  const behind = findBehind(site, facts.module);
  if (behind === undefined)
    return { kind: 'write', form: leftToTheLoop, summary: 'leave it to the loop that runs already' };
  const why = `what follows on line ${lineOf(behind, facts)} would run at once`;
  return { kind: 'refuse', why: diagnostic(site.extent, 'LS312', why) };
}

/** A guard that runs on a loop which other sites run on as well: a run of its own would part them. */
export function refuseSharedGuard(site: RunSite): Choice | undefined {
  if (site.form !== 'guard' || site.loop === undefined) return undefined;
  return { kind: 'refuse', why: diagnostic(site.extent, 'LS306', nameOfLoop(site), 'one of them stands in a guard') };
}

/** Whose the loop is, for the message of a refusal. */
export function refuseForeign(site: RunSite, facts: Facts): Diagnostic {
  const { module } = facts;
  const receiver = field(field(site.node, 'function'), 'object');
  const kinds = site.loop?.binding?.definitions.map((definition) => definition.kind) ?? [];
  const name = receiver === undefined ? 'loop' : module.text(receiver);
  const binding = site.loop?.binding;
  const whose =
    binding !== undefined && hasOwnMethod(binding, module) ? 'of a kind of its own' : describe(receiver, kinds);
  return diagnostic(site.extent, 'LS304', name, whose);
}

function describe(receiver: Node | undefined, kinds: readonly string[]): string {
  if (kinds.includes('parameter')) return 'a parameter';
  if (kinds.includes('import')) return 'imported';
  return receiver?.type === 'attribute' ? 'an attribute' : 'made elsewhere';
}

/** Uses of the loop that must not be left in a cell: they kill or hang the kernel (rule 26). */
function findKernelHazard(site: RunSite, loop: LoopReference, facts: Facts): Diagnostic | undefined {
  if (loop.kind === 'foreign' && loop.origin === 'unknown') return refuseForeign(site, facts);
  const { module } = facts;
  for (const read of loop.leftovers) {
    // if loop.is_running(): …   a guard goes with its question
    const isGuarded = facts.sites.some((other) => other.form === 'guard' && contains(other.extent, read));
    if ((mindsRunning(read, module) && !isGuarded) || (site.form === 'runner' && !isLoopQuestion(read, module))) {
      return diagnostic(site.extent, 'LS302', module.text(read), `\`${module.text(read.parent ?? read)}\``);
    }
    const use = findKernelUse(site, read, facts);
    if (use !== undefined) return use;
  }
  const stop = findStopByOthers(loop.leftovers, module);
  return stop && diagnostic(site.extent, 'LS311', module.text(stop), lineOf(stop, facts));
}

/** `loop.stop()`, `asyncio.all_tasks(loop)`: of the kernel's loop, it would end the kernel, or wait for it. */
export function findKernelUse(site: RunSite, read: Node, facts: Facts): Diagnostic | undefined {
  const { module } = facts;
  const attribute = read.parent?.type === 'attribute' && read.field === 'object' ? read.parent : undefined;
  const method = attribute === undefined ? '' : module.text(field(attribute, 'attribute') as Node);
  if (/^(?:stop|close|run_forever|shutdown_\w+)$/.test(method)) {
    return diagnostic(site.extent, 'LS311', module.text(attribute as Node), lineOf(read, facts));
  }
  const callee = field(read.parent?.parent, 'function');
  if (callee !== undefined && /(?:^|\.)all_tasks$/.test(module.resolve(callee) ?? module.text(callee))) {
    return diagnostic(site.extent, 'LS311', module.text(callee), lineOf(read, facts));
  }
  return undefined;
}

/** A bridge makes a loop for each run: runs that share one, and what else uses it, would come apart. */
function findSplit(site: RunSite, loop: LoopReference, facts: Facts): Diagnostic | undefined {
  if (loop.kind === 'foreign') return refuseForeign(site, facts);
  const shared = facts.sites.some((other) => other !== site && other.loop?.key === loop.key);
  if (!shared && loop.leftovers.length === 0 && !isRepeated(site, facts.module)) return undefined;
  return diagnostic(site.extent, 'LS310', nameOfLoop(site));
}

function lineOf(node: Node, facts: Facts): string {
  const { line, cell } = facts.module.document.locate(node.start);
  return cell === undefined ? `${line}` : `${line} of cell ${cell}`;
}
