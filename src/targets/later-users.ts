import type { Facts } from '../analysis/facts.js';
import { findLaterLoopUser } from '../analysis/lifetime.js';
import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { RunSite } from '../forms/form.js';
import { field, type Node } from '../python/node.js';
import type { Together } from './target.js';

/** Refused where something stays that needs the current loop which `asyncio.run` and a closed `Runner` take away (§3.37). */
export function withoutLaterUser(together: Together, sites: readonly RunSite[], facts: Facts, inside?: Node): Together {
  const needed = findNeeded(sites, together, facts, inside);
  return needed === undefined ? together : { kind: 'refuse', why: needed };
}

/** Something that stays and needs the current loop which `asyncio.run` and a closed `Runner` take away. */
export function findNeeded(
  sites: readonly RunSite[],
  together: Together,
  facts: Facts,
  inside?: Node,
): Diagnostic | undefined {
  if (together.kind !== 'write') return undefined;
  const { module } = facts;
  const removed = together.draft.removes ?? [];
  const edited = together.draft.edits.filter((edit) => edit.end > edit.start);
  const covered = [...removed, ...edited, ...sites.map((site) => site.node), ...(inside === undefined ? [] : [inside])];
  const user = findLaterLoopUser(sites, module, covered);
  if (user === undefined) return undefined;
  return refuseNeeded(sites[0] as RunSite, user, facts);
}

export function refuseNeeded(site: RunSite, user: Node, { module }: Facts): Diagnostic {
  const callee = module.text(field(user, 'function') ?? user);
  return diagnostic(site.extent, 'LS309', callee, `${module.document.locate(user.start).line}`);
}
