import type { RunSite } from '../forms/form.js';
import type { Node } from '../python/node.js';
import { contains } from '../text.js';

/** Sites that convert together or not at all. Most groups have one site. */
export interface Group {
  readonly sites: readonly RunSite[];
  /** What ties them together, for the message: "the loop `loop`". Empty for a single site. */
  readonly tie: string;
}

/**
 * Ties sites that share a loop (rule 35), and sites that stand inside one another (rule 17).
 *
 *     loop.run_until_complete(a()); loop.run_until_complete(b())   one group
 *     asyncio.run(main(asyncio.run(load())))                       one group
 */
export function groupSites(sites: readonly RunSite[], extraTies: readonly Tie[] = []): readonly Group[] {
  const parent = sites.map((_, index) => index);
  const ties = new Map<number, string>();
  const rootOf = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] as number;
    return at;
  };
  const join = (a: number, b: number, tie: string) => {
    const [first, second] = [rootOf(a), rootOf(b)].sort((x, y) => x - y) as [number, number];
    if (first !== second) parent[second] = first;
    if (!ties.has(first)) ties.set(first, tie);
  };
  const byLoop = new Map<string, number>();
  sites.forEach((site, index) => {
    const key = site.loop?.key;
    if (key === undefined) return;
    const earlier = byLoop.get(key);
    if (earlier === undefined) byLoop.set(key, index);
    else
      join(
        earlier,
        index,
        site.loop?.binding === undefined ? 'the current loop' : `the loop \`${site.loop.binding.name}\``,
      );
  });
  // In source order: what ends before a site starts holds none of those that follow.
  let open: { readonly index: number; readonly around: Node }[] = [];
  sites.forEach((site, inner) => {
    open = open.filter(({ around }) => around.end > site.node.start);
    const outer = open.findLast(({ around }) => contains(around, site.node));
    if (outer !== undefined) join(outer.index, inner, 'one expression');
    const around = drivenBy(site);
    if (around !== undefined) open.push({ index: inner, around });
  });
  const places = new Map(sites.map((site, index) => [site, index]));
  for (const { a, b, tie } of extraTies) {
    const [first, second] = [places.get(a), places.get(b)];
    if (first !== undefined && second !== undefined) join(first, second, tie);
  }
  const groups = new Map<number, RunSite[]>();
  sites.forEach((site, index) => {
    const root = rootOf(index);
    const members = groups.get(root);
    if (members === undefined) groups.set(root, [site]);
    else members.push(site);
  });
  return [...groups].map(([root, members]) => ({ sites: members, tie: ties.get(root) ?? '' }));
}

/** One more reason for two sites to hang together, in the words of a message. */
export interface Tie {
  readonly a: RunSite;
  readonly b: RunSite;
  readonly tie: string;
}

/** The code that stands inside a site: its coroutine, or the whole of a node that a coroutine is made out of. */
function drivenBy(site: RunSite): Node | undefined {
  return site.operand === undefined ? site.coroutine : site.node;
}
