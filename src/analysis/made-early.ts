import type { RunSite } from '../forms/form.js';
import type { Module } from '../python/module.js';
import { field, type Node, unparenthesized } from '../python/node.js';
import { topLevel } from '../python/span.js';
import { getReach } from './driven-code.js';
import { mayAskForLoop } from './library-loops.js';

/**
 * Objects of an unknown library that a coroutine uses, made at module level in front of the run: a constructor may ask for the
 * current loop, and nothing but that loop runs what it starts there (rule 36).
 *
 *     bot = Bot()                                  self.loop = asyncio.get_event_loop(), as likely as not
 *     loop = asyncio.get_event_loop()
 *     loop.run_until_complete(bot.start())
 *
 * @returns The calls.
 */
export function findMadeEarly(sites: readonly RunSite[], module: Module): readonly Node[] {
  const own = sites.filter(
    ({ loop, standing: { kind } }) => loop?.key === 'current' && /^(?:module|main-guard)$/.test(kind),
  );
  const first = Math.min(...own.map((site) => site.node.start));
  if (own.length === 0) return [];
  return topLevel(module)
    .flatMap((statement) => [...module.find('assignment', statement)])
    .filter((assignment) => assignment.end <= first && module.standing(assignment).owner === own[0]?.standing.owner)
    .flatMap((assignment) => {
      const [target, value] = [field(assignment, 'left'), field(assignment, 'right')];
      const call = value === undefined ? undefined : unparenthesized(value);
      if (target?.type !== 'identifier' || call?.type !== 'call') return [];
      const name = module.resolve(field(call, 'function') as Node);
      if (name === undefined || !isClass(name) || !mayAskForLoop(name)) return [];
      const uses = module.scopes.bindingOf(target)?.references ?? [];
      return uses.some((use) => own.some((site) => getReach(site, module).holds(use))) ? [call] : [];
    });
}

function isClass(qualifiedName: string): boolean {
  return /^[A-Z]/.test(qualifiedName.slice(qualifiedName.lastIndexOf('.') + 1));
}
