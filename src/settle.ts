import type { Facts } from './analysis/facts.js';
import { diagnostic } from './diagnostics.js';
import { combine, EditConflict } from './edits.js';
import type { Diagnostic, Rewrite, Safety } from './findings.js';
import type { Draft } from './forms/form.js';
import type { Node } from './python/node.js';
import { findUnusedImports, findUnusedStatements, removeImportedNames } from './python/unused-imports.js';
import { removeStatements } from './removals.js';
import type { Target } from './targets/target.js';
import type { Edit, Range } from './text.js';

/** One group's rewrite while the plan is being made: what its edits are depends on what else goes. */
export interface Pending {
  /** Number of the group; absent for what belongs to the document. */
  readonly group?: number;
  readonly at: Range;
  readonly summary: string;
  readonly safety: Safety;
  readonly draft: Draft;
}

export interface Settled {
  readonly rewrites: readonly Rewrite[];
  readonly edits: readonly Edit[];
  /** Rewrites that fit beside the others by themselves, but not once everything that goes with them is counted. */
  readonly clashing: readonly { readonly item: Pending; readonly why: Diagnostic }[];
}

/** All rewrites together; where that does not go, as many as do, first come first served: `undefined` if not `careful`. */
export function settleAll(
  pending: readonly Pending[],
  careful: boolean,
  target: Target,
  facts: Facts,
): Settled | undefined {
  const whole = settleTogether(pending, target, facts);
  if (!(whole instanceof EditConflict)) return { ...whole, clashing: [] };
  if (!careful) return undefined;
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

/** Two rewrites want the same place: the later one is refused. */
export function findClash(candidate: Pending, pending: readonly Pending[], facts: Facts): Diagnostic | undefined {
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
  const owners = ownersOf(pending);
  const removals = new Map<number, Edit[]>();
  gone.forEach((statement, i) => {
    // Imports fall to the first of all.
    const owner = owners.get(statement) ?? 0;
    removals.set(owner, [...(removals.get(owner) ?? []), edits[i] as Edit]);
  });
  return pending.map((item, i): Rewrite => {
    const own = removals.get(i) ?? [];
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

/** Of each statement that goes, the first rewrite that removes it. */
function ownersOf(pending: readonly Pending[]): ReadonlyMap<Node, number> {
  const owners = new Map<Node, number>();
  pending.forEach(({ draft: { removes = [], prunes = [] } }, index) => {
    for (const statement of [...removes, ...prunes]) if (!owners.has(statement)) owners.set(statement, index);
  });
  return owners;
}

/** Imports that a conversion may leave without a use. */
function isPrunable(qualifiedName: string): boolean {
  return PRUNABLE.has(/^[^.]*/.exec(qualifiedName)?.[0] ?? '');
}

/** What runs coroutines, and what the code around a run asks for its surroundings. */
const PRUNABLE = new Set(
  `
    asyncio concurrent contextlib contextvars nest_asyncio nest_asyncio2 os platform sys threading uvloop winloop
  `
    .trim()
    .split(/\s+/),
);
