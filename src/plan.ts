import type { Facts } from './analysis/facts.js';
import { type Group, groupSites } from './analysis/groups.js';
import { decide, isAskedFor, refuseAll } from './decide.js';
import { diagnostic } from './diagnostics.js';
import type { Diagnostic, Rewrite } from './findings.js';
import type { Offer } from './options.js';
import { findClash, type Pending, settleAll } from './settle.js';
import { findSuppression } from './suppressions.js';
import type { Finish, Outcome, Target } from './targets/target.js';
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
