import type { Facts } from '../analysis/facts.js';
import type { Group } from '../analysis/groups.js';
import { findLaterLoopUser, isEntryPoint, isRepeated } from '../analysis/lifetime.js';
import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import { type Draft, isDiagnostic, type RunSite } from '../forms/form.js';
import { writeLegacyRun } from '../forms/legacy-run.js';
import { run } from '../forms/run.js';
import { runner } from '../forms/runner.js';
import { nameOfLoop, writeRunnerSpan } from '../forms/runner-span.js';
import { field } from '../python/node.js';
import { enclosingFunction } from '../python/standing.js';
import { atLeast } from '../python/version.js';
import { refuseForeign } from './loops.js';
import type { Together } from './target.js';

/**
 * What a script makes of the sites on one legacy loop (behaviour.md, "Script target" 4): converted whole or not at all.
 *
 *     one run                    asyncio.run(main())
 *     one run of a future        async def main(): await asyncio.gather(…)   asyncio.run(main())
 *     several runs on one loop   with asyncio.Runner() as runner: …          (3.11)
 */
export function chooseLegacyGroup(group: Group, facts: Facts): Together | undefined {
  if (!atLeast(facts.python, run.since) || !group.sites.every((site) => isLegacy(site, facts))) return undefined;
  const [first] = group.sites as readonly [RunSite, ...RunSite[]];
  const foreign = group.sites.find(
    ({ loop }) => loop?.kind === 'foreign' && (loop.origin === 'unknown' || loop.leftovers.length > 0),
  );
  if (foreign !== undefined) return { kind: 'refuse', why: refuseForeign(foreign, facts), culprit: foreign };
  const doubtful = group.sites.find((site) => isDoubtful(site, facts));
  const isSingle = group.sites.length === 1 && !isRepeated(first, facts.module);
  const apart = isSingle || doubtful !== undefined;
  const together = apart ? writeApart(group.sites, facts) : writeOnOneLoop(group.sites, facts);
  if (together.kind === 'refuse') return together;
  const needed = findNeeded(group.sites, together, facts);
  if (needed !== undefined) return { kind: 'refuse', why: needed };
  if (doubtful === undefined) return together;
  return { ...together, safety: 'unsafe', caution: describeDoubt(doubtful, facts) };
}

function describeDoubt(site: RunSite, facts: Facts): Diagnostic {
  if (site.loop?.kind === 'foreign') return refuseForeign(site, facts);
  const name = field(enclosingFunction(site.node), 'name');
  return diagnostic(site.extent, 'LS305', name === undefined ? 'it' : facts.module.text(name));
}

/** A run on a loop that the file holds; a Runner below 3.11 is one too, of a kind that does not exist there. */
function isLegacy(site: RunSite, facts: Facts): boolean {
  const isRunner = site.form === 'runner' && !atLeast(facts.python, runner.since);
  if (site.form !== 'run-until-complete' && !isRunner) return false;
  if (site.loop?.origin === 'runner') return false;
  return site.coroutine !== undefined && site.standing.kind !== 'async-function';
}

/** `get_event_loop()` in a function that others may call: the loop may be theirs. `self.loop`: its runs may lean on each other. */
export function isDoubtful(site: RunSite, facts: Facts): boolean {
  if (site.loop?.kind === 'foreign') return true;
  if (site.loop?.kind !== 'current') return false;
  const owner = enclosingFunction(site.node);
  return owner === undefined || !isEntryPoint(owner, facts.module);
}

/** Each run by itself: `asyncio.run` makes a loop for it, and closes it. */
function writeApart(sites: readonly RunSite[], facts: Facts): Together {
  const drafts: Draft[] = [];
  for (const site of sites) {
    const draft = writeLegacyRun(site, facts.module, facts.python);
    if (!isDiagnostic(draft)) {
      drafts.push(draft);
      continue;
    }
    const canKeepLoop = draft.code === 'LS302' || draft.code === 'LS307';
    if (canKeepLoop && sites.length === 1 && atLeast(facts.python, runner.since))
      return writeOnOneLoop(sites, facts, draft);
    return { kind: 'refuse', why: draft, culprit: site };
  }
  return { kind: 'write', form: run, summary: 'run the coroutine with `asyncio.run`', draft: merge(drafts) };
}

/** Several runs, and what lives on between them, on one `asyncio.Runner`. */
function writeOnOneLoop(sites: readonly RunSite[], facts: Facts, otherwise?: Diagnostic): Together {
  const [first] = sites as readonly [RunSite, ...RunSite[]];
  if (!atLeast(facts.python, runner.since)) {
    const why = diagnostic(
      first.extent,
      'LS306',
      nameOfLoop(first),
      `Python ${facts.python} has no \`asyncio.Runner\``,
    );
    return { kind: 'refuse', why };
  }
  const draft = writeRunnerSpan(sites, facts.module);
  if (isDiagnostic(draft)) return { kind: 'refuse', why: otherwise ?? draft };
  return { kind: 'write', form: runner, summary: 'keep one loop with `asyncio.Runner`', draft };
}

/** Something that stays and needs the current loop which `asyncio.run` and a closed `Runner` take away (§3.37). */
export function findNeeded(sites: readonly RunSite[], together: Together, facts: Facts): Diagnostic | undefined {
  if (together.kind !== 'write') return undefined;
  const { module } = facts;
  const removed = together.draft.removes ?? [];
  const edited = together.draft.edits.filter((edit) => edit.end > edit.start);
  const covered = [...removed, ...edited, ...sites.map((site) => site.node)];
  const user = findLaterLoopUser(sites, module, covered);
  if (user === undefined) return undefined;
  const [first] = sites as readonly [RunSite, ...RunSite[]];
  const callee = module.text(field(user, 'function') ?? user);
  return diagnostic(first.extent, 'LS309', callee, `${module.document.locate(user.start).line}`);
}

function merge(drafts: readonly Draft[]): Draft {
  return {
    edits: drafts.flatMap((draft) => draft.edits),
    removes: [...new Set(drafts.flatMap((draft) => draft.removes ?? []))],
  };
}
