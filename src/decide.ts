import type { Facts } from './analysis/facts.js';
import type { Group } from './analysis/groups.js';
import { diagnostic } from './diagnostics.js';
import type { Diagnostic } from './findings.js';
import { type Draft, isDiagnostic, type RunSite } from './forms/form.js';
import type { Pending } from './settle.js';
import { findSuppression } from './suppressions.js';
import type { Choice, Outcome, Target } from './targets/target.js';
import type { Range } from './text.js';

/** What becomes of one group. */
export interface Decided {
  readonly outcomes: readonly Outcome[];
  readonly pending: Pending | undefined;
  /** What to mind at places of their own. */
  readonly notes?: readonly Diagnostic[];
}

/**
 * One group, converted whole or not at all. Names no form and no target.
 *
 * @param index of the group, by which its sites are told apart in a report
 */
export function decide(group: Group, target: Target, facts: Facts, index: number): Decided {
  const blocked = (site: RunSite, note: Diagnostic): Outcome => ({
    site,
    status: 'blocked',
    to: undefined,
    safety: 'safe',
    note,
    group: index,
  });
  const skipped = group.sites.map((site) => findSuppression(site.extent, facts.module));
  const skip = skipped.find((found) => found !== undefined);
  if (skip !== undefined) {
    // one site of the group is to be left alone: so are the others
    const outcomes = group.sites.map((site, i): Outcome => {
      const own = skipped[i];
      return own === undefined
        ? blocked(site, hangsTogether(site, group.sites[skipped.indexOf(skip)] as RunSite, group, facts))
        : { ...blocked(site, own), status: 'unchanged' };
    });
    return { outcomes, pending: undefined };
  }
  const left = group.sites.find((site) => !isAskedFor(site.form, facts));
  if (left !== undefined && group.sites.every((site) => !isAskedFor(site.form, facts))) {
    return { outcomes: group.sites.map((site) => leave(site, target, facts, index)), pending: undefined };
  }
  const together = group.sites.every((site) => site.refusal === undefined && site.obstacle === undefined)
    ? target.together?.(group, facts)
    : undefined;
  if (together !== undefined) {
    if (left !== undefined) {
      const outcomes = group.sites.map((site) =>
        isAskedFor(site.form, facts)
          ? blocked(site, hangsTogether(site, left, group, facts))
          : leave(site, target, facts, index),
      );
      return { outcomes, pending: undefined };
    }
    if (together.kind === 'refuse') {
      const { why, culprit } = together;
      const reason = (site: RunSite) =>
        culprit === undefined || culprit === site ? why : hangsTogether(site, culprit, group, facts);
      return { outcomes: group.sites.map((site) => blocked(site, reason(site))), pending: undefined };
    }
    const safety = together.safety ?? 'safe';
    const outcomes = group.sites.map(
      (site, i): Outcome => ({
        site,
        status: 'converted',
        to: together.form.name,
        safety,
        note: i === 0 ? together.caution : undefined,
        group: index,
      }),
    );
    return {
      outcomes,
      pending: { at: firstExtent(group), summary: together.summary, safety, draft: together.draft },
      notes: together.notes ?? [],
    };
  }
  return decideEach(group, target, facts, index);
}

function decideEach(group: Group, target: Target, facts: Facts, index: number): Decided {
  const outcomes: Outcome[] = [];
  const drafts: Draft[] = [];
  let summary = '';
  let unsafe = false;
  for (const site of group.sites) {
    if (!isAskedFor(site.form, facts)) {
      outcomes.push(leave(site, target, facts, index));
      continue;
    }
    const choice = choose(site, target, facts);
    const base = { site, to: undefined, safety: 'safe' as const, group: index };
    if (choice.kind === 'keep') {
      outcomes.push({ ...base, status: 'unchanged', to: site.form, note: choice.note });
    } else if (choice.kind === 'refuse') {
      outcomes.push({ ...base, status: 'blocked', note: choice.why });
    } else {
      const draft = choice.form.write?.(site, { module: facts.module, python: facts.python, sites: facts.sites });
      if (draft === undefined || isDiagnostic(draft)) {
        outcomes.push({
          ...base,
          status: 'blocked',
          note: draft ?? diagnostic(site.extent, 'LS214', site.form, facts.settings.to),
        });
        continue;
      }
      const safety = choice.safety ?? 'safe';
      unsafe ||= safety === 'unsafe';
      summary ||= choice.summary;
      const removes = choice.keepsScaffolding ? [] : site.scaffolding;
      drafts.push(draft, { edits: site.around, removes, prunes: site.prunes ?? [] });
      if (choice.also !== undefined) drafts.push(choice.also);
      const { caution: note, promotion } = choice;
      const made = { ...base, status: 'converted' as const, to: choice.form.name, safety, note };
      outcomes.push(promotion === undefined ? made : { ...made, promotion });
    }
  }
  if (drafts.length === 0) return { outcomes, pending: undefined };
  const refused = outcomes.find((outcome) => outcome.status === 'blocked');
  if (refused !== undefined) return { outcomes: refuseAll(outcomes, undefined, group, facts), pending: undefined };
  const kept = findKeptOnLoop(outcomes);
  if (kept !== undefined) return { outcomes: refuseAll(outcomes, undefined, group, facts, kept), pending: undefined };
  const draft = merge(drafts);
  return {
    outcomes,
    pending: { at: firstExtent(group), summary, safety: unsafe ? 'unsafe' : 'safe', draft },
  };
}

/** `from`: only sites of these forms convert. What hangs together with one that stays, stays too. */
export function isAskedFor(form: string, { settings }: Facts): boolean {
  return settings.from === undefined || settings.from.includes(form);
}

/** A site that was not asked for: told apart only by whether it is right as it stands. */
function leave(site: RunSite, target: Target, facts: Facts, group: number): Outcome {
  const isRight = choose(site, target, facts).kind === 'keep';
  return { site, status: isRight ? 'unchanged' : 'blocked', to: undefined, safety: 'safe', note: undefined, group };
}

/** What the target says, unless the site itself says no. */
function choose(site: RunSite, target: Target, facts: Facts): Choice {
  if (site.refusal !== undefined) return { kind: 'refuse', why: site.refusal };
  const choice = target.choose(site, facts);
  return choice.kind === 'write' && site.obstacle !== undefined ? { kind: 'refuse', why: site.obstacle } : choice;
}

/**
 * A site that stays, and wants the loop that would go with the others:
 *
 *     pool.submit(lambda: loop.run_until_complete(load()))      right as it stands, on a thread
 *     loop.run_until_complete(main())
 */
function findKeptOnLoop(outcomes: readonly Outcome[]): Outcome | undefined {
  const gone = new Set(outcomes.flatMap(({ site, status }) => (status === 'converted' ? (site.loop?.key ?? []) : [])));
  return outcomes.find(
    ({ site: { loop }, status }) =>
      status === 'unchanged' && loop !== undefined && loop.scaffolding.length > 0 && gone.has(loop.key),
  );
}

/** Every site that would have converted is refused: with `why`, or because it hangs together with one that is, or that stays. */
export function refuseAll(
  outcomes: readonly Outcome[],
  why: Diagnostic | undefined,
  group: Group,
  facts: Facts,
  kept?: Outcome,
): Outcome[] {
  const refused = kept ?? outcomes.find((outcome) => outcome.status === 'blocked');
  return outcomes.map((outcome) => {
    if (outcome.status !== 'converted') return outcome;
    const note = why ?? hangsTogether(outcome.site, (refused as Outcome).site, group, facts);
    return { ...outcome, status: 'blocked', to: undefined, note: { ...note, at: outcome.site.extent } };
  });
}

function hangsTogether(site: RunSite, other: RunSite, group: Group, facts: Facts): Diagnostic {
  const { line, cell } = facts.module.document.locate(other.extent.start);
  return diagnostic(site.extent, 'LS301', cell === undefined ? `${line}` : `${line} of cell ${cell}`, group.tie);
}

function merge(given: readonly Draft[]): Draft {
  // The sites of a helper share what makes it async.
  const drafts = [...new Set(given)];
  const edits = drafts.flatMap((draft) => draft.edits);
  return {
    edits,
    removes: [...new Set(drafts.flatMap((draft) => draft.removes ?? []))],
    prunes: [...new Set(drafts.flatMap((draft) => draft.prunes ?? []))],
  };
}

function firstExtent(group: Group): Range {
  return (group.sites[0] as RunSite).extent;
}
