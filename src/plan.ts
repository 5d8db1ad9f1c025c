import type { Facts } from './analysis/facts.js';
import { type Group, groupSites } from './analysis/groups.js';
import { diagnostic } from './diagnostics.js';
import { combine, EditConflict } from './edits.js';
import type { Diagnostic, Rewrite, Safety } from './findings.js';
import { type Draft, isDiagnostic, type RunSite } from './forms/form.js';
import { findUnusedImports, findUnusedStatements, removeImportedNames } from './python/imports.js';
import type { Node } from './python/node.js';
import { removeStatements } from './removals.js';
import { findSuppression } from './suppressions.js';
import type { Choice, Outcome, Target } from './targets/target.js';
import type { Edit, Range } from './text.js';

export interface Plan {
  readonly outcomes: readonly Outcome[];
  readonly rewrites: readonly Rewrite[];
  readonly diagnostics: readonly Diagnostic[];
  readonly edits: readonly Edit[];
  /** Sites that would convert if unsafe edits were asked for. */
  readonly unsafeSites: number;
}

/** One group's rewrite while the plan is being made: what its edits are depends on what else goes. */
interface Pending {
  /** Number of the group; absent for what belongs to the document. */
  readonly group?: number;
  readonly at: Range;
  readonly summary: string;
  readonly safety: Safety;
  readonly draft: Draft;
}

/**
 * Turns a target's choices into rewrites: a group is converted whole or not at all, two rewrites never touch the same
 * place, imports that nothing needs any more go. Names no form and no target.
 */
export function plan(target: Target, facts: Facts): Plan {
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
    const clash = decided.pending && findClash(decided.pending, pending, facts);
    if (clash !== undefined) {
      outcomes.push(...refuseAll(decided.outcomes, clash, group, facts));
      return;
    }
    outcomes.push(...decided.outcomes);
    if (decided.pending === undefined) return;
    pending.push({ ...decided.pending, group: index });
    diagnostics.push(...(decided.notes ?? []));
  });
  for (const finish of target.finish?.(withoutDeclined(outcomes, pending), facts) ?? []) {
    if (finish.form !== undefined && !isAskedFor(finish.form, facts)) continue;
    if (finish.kind === 'note') {
      diagnostics.push(finish.note);
      continue;
    }
    const safety = finish.safety ?? 'safe';
    if (finish.caution !== undefined) diagnostics.push(finish.caution);
    if (safety === 'unsafe' && !settings.unsafe) continue;
    const candidate: Pending = { at: finish.at, summary: finish.summary, safety, draft: finish.draft };
    const clash = findClash(candidate, pending, facts);
    if (clash !== undefined) diagnostics.push(clash);
    else pending.push(candidate);
  }
  const { rewrites, edits, clashing } = settleAll(pending, target, facts);
  for (const { item, why } of clashing) {
    if (item.group === undefined) diagnostics.push(why);
    outcomes.forEach((outcome, i) => {
      if (outcome.group !== item.group || outcome.status !== 'converted') return;
      outcomes[i] = { ...outcome, status: 'blocked', to: undefined, note: { ...why, at: outcome.site.extent } };
    });
  }
  outcomes.sort((a, b) => a.site.extent.start - b.site.extent.start || a.site.node.start - b.site.node.start);
  return { outcomes, rewrites, diagnostics, edits, unsafeSites };
}

interface Settled {
  readonly rewrites: readonly Rewrite[];
  readonly edits: readonly Edit[];
  /** Rewrites that fit beside the others by themselves, but not once everything that goes with them is counted. */
  readonly clashing: readonly { readonly item: Pending; readonly why: Diagnostic }[];
}

/** All rewrites together; where that does not go, as many as do, first come first served. */
function settleAll(pending: readonly Pending[], target: Target, facts: Facts): Settled {
  const whole = settleTogether(pending, target, facts);
  if (!(whole instanceof EditConflict)) return { ...whole, clashing: [] };
  const fitting: Pending[] = [];
  const clashing: Settled['clashing'][number][] = [];
  for (const item of pending) {
    const tried = settleTogether([...fitting, item], target, facts);
    if (tried instanceof EditConflict) clashing.push({ item, why: describeClash(item, tried, facts) });
    else fitting.push(item);
  }
  const settled = settleTogether(fitting, target, facts);
  if (settled instanceof EditConflict) throw settled;
  return { ...settled, clashing };
}

function settleTogether(
  pending: readonly Pending[],
  target: Target,
  facts: Facts,
): Omit<Settled, 'clashing'> | EditConflict {
  const { code } = facts.module.document;
  try {
    const settled = polish(settle(pending, facts), target, facts);
    const rewrites = settled.map((rewrite) => ({ ...rewrite, edits: combine(rewrite.edits, code) }));
    const all = settled.flatMap((rewrite) => rewrite.edits);
    return { rewrites, edits: combine(all, code) };
  } catch (error) {
    if (!(error instanceof EditConflict)) throw error;
    return error;
  }
}

function describeClash(item: Pending, conflict: EditConflict, facts: Facts): Diagnostic {
  return diagnostic(item.at, 'LS303', `${facts.module.document.locate(conflict.first.start).line}`);
}

/** The last touch of the target, which sees what all rewrites together leave. */
function polish(rewrites: readonly Rewrite[], target: Target, facts: Facts): readonly Rewrite[] {
  const edits = combine(
    rewrites.flatMap((rewrite) => rewrite.edits),
    facts.module.document.code,
  );
  const [first, ...more] = target.polish?.(edits, facts) ?? [];
  if (first === undefined) return rewrites;
  const summary = 'display what the cell displayed before';
  return [...rewrites, { kind: 'rewrite', at: first, summary, safety: 'safe', edits: [first, ...more] }];
}

/** What the user said no to stays as it is, and whatever it needs stays with it. */
function withoutDeclined(outcomes: readonly Outcome[], pending: readonly Pending[]): readonly Outcome[] {
  const made = new Set(pending.map((item) => item.group));
  return outcomes.map((outcome) =>
    outcome.status === 'converted' && !made.has(outcome.group) ? { ...outcome, status: 'blocked' } : outcome,
  );
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
      pending: accepted(group, facts, {
        at: firstExtent(group),
        summary: together.summary,
        safety,
        draft: together.draft,
      }),
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
  const draft = merge(drafts);
  return {
    outcomes,
    pending: accepted(group, facts, { at: firstExtent(group), summary, safety: unsafe ? 'unsafe' : 'safe', draft }),
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

/** What the user said yes to; everything, unless asked group by group. */
function accepted(group: Group, facts: Facts, pending: Pending): Pending | undefined {
  const { accept } = facts.settings;
  if (accept === undefined) return pending;
  return accept({ sites: group.sites.map((site) => site.extent.start) }) ? pending : undefined;
}

/** Every site that would have converted is refused: with `why`, or because it hangs together with one that is. */
function refuseAll(outcomes: readonly Outcome[], why: Diagnostic | undefined, group: Group, facts: Facts): Outcome[] {
  const refused = outcomes.find((outcome) => outcome.status === 'blocked');
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

/** Two rewrites want the same place: the later one is refused. */
function findClash(candidate: Pending, pending: readonly Pending[], facts: Facts): Diagnostic | undefined {
  const { module } = facts;
  const drafts = [...pending, candidate].map((each) => each.draft);
  const written = drafts.flatMap((draft) => draft.edits);
  const gone = [...new Set(drafts.flatMap((draft) => draft.removes ?? []))].filter((node) => !isTaken(node, written));
  try {
    combine([...written, ...removeStatements(module, gone, insertionsOf(written))], module.document.code);
    return undefined;
  } catch (error) {
    if (!(error instanceof EditConflict)) throw error;
    return describeClash(candidate, error, facts);
  }
}

/** Rewrites with their edits settled: statements that go, and imports that nothing needs once they are gone. */
function settle(pending: readonly Pending[], facts: Facts): readonly Rewrite[] {
  if (pending.length === 0) return [];
  const { module } = facts;
  const written = pending.flatMap((item) => item.draft.edits);
  const remove = (statements: readonly Node[]) => removeStatements(module, statements, insertionsOf(written));
  const goneEarly = pending.flatMap((item) => item.draft.removes ?? []).filter((node) => !isTaken(node, written));
  const early = [...written, ...remove(goneEarly)];
  const idle = findUnusedStatements(module, prunable(pending, goneEarly), early);
  const late = [...early, ...remove(idle)];
  const unused = removeImportedNames(findUnusedImports(module, late, isPrunable));
  const gone = [...new Set([...goneEarly, ...idle, ...unused.statements.filter((node) => !isTaken(node, written))])];
  const edits = remove(gone);
  const removals = gone.map((statement, i) => ({ owner: ownerOf(statement, pending), edit: edits[i] as Edit }));
  return pending.map((item, i): Rewrite => {
    const own = removals.filter(({ owner }) => owner === i).map(({ edit }) => edit);
    return {
      kind: 'rewrite',
      at: item.at,
      summary: item.summary,
      safety: item.safety,
      edits: [...item.draft.edits, ...own, ...(i === 0 ? unused.edits : [])],
    };
  });
}

/** Statements that may go, unless they go anyway. */
function prunable(pending: readonly Pending[], gone: readonly Node[]): readonly Node[] {
  const candidates = new Set(pending.flatMap((item) => item.draft.prunes ?? []));
  const edits = pending.flatMap((item) => item.draft.edits);
  return [...candidates].filter((node) => !gone.includes(node) && !isTaken(node, edits) && !isRewritten(node, edits));
}

function insertionsOf(edits: readonly Edit[]): readonly number[] {
  return edits.flatMap((edit) => (edit.start === edit.end ? [edit.start] : []));
}

/** An edit inside of it: somebody wants it to stay. */
function isRewritten(node: Node, edits: readonly Edit[]): boolean {
  return edits.some((edit) => edit.yields !== true && node.start < edit.start && edit.end <= node.end);
}

/** An edit has taken it away with what stood around it. */
function isTaken(node: Node, edits: readonly Edit[]): boolean {
  return edits.some((edit) => edit.start <= node.start && node.end <= edit.end);
}

/** The first rewrite that removes a statement; imports fall to the first of all. */
function ownerOf(statement: Node, pending: readonly Pending[]): number {
  return Math.max(
    0,
    pending.findIndex(({ draft }) => draft.removes?.includes(statement) || draft.prunes?.includes(statement)),
  );
}

/** Imports that a conversion may leave without a use. */
function isPrunable(qualifiedName: string): boolean {
  return /^(?:asyncio|nest_asyncio|nest_asyncio2|contextlib|contextvars|concurrent|threading|uvloop)(?:\.|$)/.test(
    qualifiedName,
  );
}

function merge(drafts: readonly Draft[]): Draft {
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
