import type { Facts } from './analysis/facts.js';
import { type Group, groupSites } from './analysis/groups.js';
import { diagnostic } from './diagnostics.js';
import type { Diagnostic, Rewrite } from './findings.js';
import { type Draft, isDiagnostic, type RunSite } from './forms/form.js';
import type { Offer } from './options.js';
import { findClash, type Pending, settleAll } from './settle.js';
import { findSuppression } from './suppressions.js';
import type { Choice, Finish, Outcome, Target } from './targets/target.js';
import { contains, type Edit, type Range } from './text.js';

export interface Plan {
  readonly outcomes: readonly Outcome[];
  readonly rewrites: readonly Rewrite[];
  readonly diagnostics: readonly Diagnostic[];
  readonly edits: readonly Edit[];
  /** Sites that would convert if unsafe edits were asked for. */
  readonly unsafeSites: number;
}

/**
 * Turns a target's choices into rewrites: a group is converted whole or not at all, two rewrites never touch the same
 * place, imports that nothing needs any more go. Names no form and no target.
 */
export function plan(target: Target, facts: Facts): Plan {
  // Two rewrites hardly ever want the same place. Whether they do is found out once for all of them, and only then one by one:
  // by which time somebody who is asked about each of them would have been asked about one that cannot be.
  const careful = facts.settings.accept !== undefined;
  const found = planWithout(new Map(), careful, target, facts);
  return found ?? (planWithout(new Map(), true, target, facts) as Plan);
}

/**
 * The plan, with some groups refused for the reason given.
 *
 * @param careful look at each rewrite beside those before it
 * @returns `undefined` where that was not asked for, and would have been needed
 */
function planWithout(
  refused: ReadonlyMap<number, Diagnostic>,
  careful: boolean,
  target: Target,
  facts: Facts,
): Plan | undefined {
  const clashOf = (candidate: Pending) => (careful ? findClash(candidate, pending, facts) : undefined);
  const { settings } = facts;
  const outcomes: Outcome[] = [];
  const pending: Pending[] = [];
  const diagnostics: Diagnostic[] = [];
  let unsafeSites = 0;
  groupSites(facts.sites, target.ties?.(facts) ?? []).forEach((group, index) => {
    const decided = decide(group, target, facts, index);
    const unsafe = decided.outcomes.some((outcome) => outcome.safety === 'unsafe');
    if (unsafe && !settings.unsafe && decided.pending !== undefined) {
      const [first] = decided.outcomes.filter((outcome) => outcome.safety === 'unsafe');
      unsafeSites += decided.outcomes.filter((outcome) => outcome.status === 'converted').length;
      outcomes.push(...refuseAll(decided.outcomes, first?.note, group, facts));
      return;
    }
    const clash = refused.get(index) ?? (decided.pending && clashOf(decided.pending));
    if (clash !== undefined) {
      outcomes.push(...refuseAll(decided.outcomes, clash, group, facts));
      return;
    }
    if (decided.pending === undefined) {
      outcomes.push(...decided.outcomes);
    } else if (settings.accept?.(toOffer(group, index, decided.pending.summary)) === false) {
      outcomes.push(...decided.outcomes.map(decline));
    } else {
      outcomes.push(...decided.outcomes);
      pending.push({ ...decided.pending, group: index });
      diagnostics.push(...(decided.notes ?? []));
    }
  });
  const add = (candidate: Pending) => {
    const clash = clashOf(candidate);
    if (clash !== undefined) diagnostics.push(clash);
    else pending.push(candidate);
  };
  const ofCode: Diagnostic[] = [];
  for (const finish of target.finish?.(outcomes, facts) ?? []) {
    const skip = findSkipped(finish, facts);
    const isLeftOut = (finish.form !== undefined && !isAskedFor(finish.form, facts)) || skip !== undefined;
    if (skip !== undefined && !diagnostics.some(({ at }) => at.start === skip.at.start)) diagnostics.push(skip);
    if (finish.kind === 'note') {
      if (!isLeftOut) (finish.ofCode ? ofCode : diagnostics).push(finish.note);
      continue;
    }
    const { at, summary, safety = 'safe', draft, caution, otherwise } = finish;
    if (caution !== undefined && !isLeftOut) diagnostics.push(caution);
    const isPossible = !isLeftOut && (safety === 'safe' || settings.unsafe);
    const isDeclined = isPossible && isTurnedDown(finish, facts);
    if (isDeclined) diagnostics.push(diagnostic(at, 'LS115'));
    if (isPossible && !isDeclined) add({ at, summary, safety, draft });
    else if (otherwise !== undefined) add({ at, safety: 'safe', ...otherwise });
  }
  const settled = settleAll(pending, careful, target, facts);
  if (settled === undefined) return undefined;
  const { rewrites, edits, clashing } = settled;
  const more = clashing.flatMap(({ item, why }) => (item.group === undefined ? [] : [[item.group, why] as const]));
  // What else was decided, nest_asyncio for one, rested on these groups being converted: so all is decided anew.
  if (more.length > 0) return planWithout(new Map([...refused, ...more]), careful, target, facts);
  diagnostics.push(...ofCode.filter(({ at }) => !isGone(at, edits, facts)), ...clashing.map(({ why }) => why));
  outcomes.sort((a, b) => a.site.extent.start - b.site.extent.start || a.site.node.start - b.site.node.start);
  return { outcomes, rewrites, diagnostics, edits, unsafeSites };
}

/** What is said of code that goes, the question of a guard, or a helper that nothing calls any more, goes with it. */
function isGone(at: Range, edits: readonly Edit[], { module }: Facts): boolean {
  const text = module.text(at);
  return edits.some((edit) => contains(edit, at) && !edit.text.includes(text));
}

/** A group, as it is shown to who decides. */
function toOffer({ sites, tie }: Group, group: number, summary: string): Offer {
  return { id: `group ${group}`, group, sites: sites.map((site) => site.extent.start), summary, tie };
}

/** What was turned down stays as it is, by the user's own wish. */
function decline(outcome: Outcome): Outcome {
  if (outcome.status !== 'converted') return outcome;
  return { ...outcome, status: 'unchanged', to: undefined, note: diagnostic(outcome.site.extent, 'LS115') };
}

/** A rewrite of the document, and what is said of it, is skipped as a site is; by the line of a statement that it removes, too. */
function findSkipped(finish: Finish, { module }: Facts): Diagnostic | undefined {
  // What other rewrites need is theirs.
  if (finish.kind === 'draft' && finish.form === undefined) return undefined;
  const places = finish.kind === 'note' ? [finish.note.at] : [finish.at, ...(finish.draft.removes ?? [])];
  return places.map((at) => findSuppression(at, module)).find((found) => found !== undefined);
}

/** Only a rewrite of its own is asked for; what others need comes with them. */
function isTurnedDown({ form, at, summary }: Finish & { kind: 'draft' }, { settings }: Facts): boolean {
  if (form === undefined) return false;
  return settings.accept?.({ id: `${form} ${at.start}`, sites: [at.start], summary }) === false;
}

interface Decided {
  readonly outcomes: readonly Outcome[];
  readonly pending: Pending | undefined;
  /** What to mind at places of their own. */
  readonly notes?: readonly Diagnostic[];
}

function decide(group: Group, target: Target, facts: Facts, index: number): Decided {
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
function refuseAll(
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
