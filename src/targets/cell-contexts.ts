import { findLastingContext } from '../analysis/context-vars.js';
import type { Facts } from '../analysis/facts.js';
import { diagnostic } from '../diagnostics.js';
import type { Finish, Outcome } from './target.js';

/**
 * What a cell that awaits sets in its context ends with the cell in a notebook; in a script it lasts, and a later cell reads
 * it (semantics.md §1.105, rule 28).
 *
 *     # %%
 *     user.set('me'); await greet()
 *     # %%
 *     print(user.get())      nobody; in the script: me
 */
export function findLastingContexts(outcomes: readonly Outcome[], { module }: Facts): readonly Finish[] {
  if (module.roots.length < 2) return [];
  const awaiting = outcomes.filter(({ site, status }) => status === 'converted' && site.form === 'await');
  const cells = module.roots.filter((root) =>
    awaiting.some(
      ({ site: { node, standing } }) =>
        (standing.kind === 'module' || standing.kind === 'main-guard') &&
        root.start <= node.start &&
        node.end <= root.end,
    ),
  );
  return cells.flatMap((cell) => {
    const found = findLastingContext(cell, module);
    return found === undefined ? [] : [{ kind: 'note', note: diagnostic(found.set, 'LS723', found.name) }];
  });
}
