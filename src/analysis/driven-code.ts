import type { RunSite } from '../forms/form.js';
import { findClass, getMethods } from '../python/classes.js';
import type { Module } from '../python/module.js';
import { descendants, field, type Node } from '../python/node.js';
import { findCalled } from '../python/receivers.js';
import type { Binding } from '../python/scopes.js';
import { contains } from '../text.js';
import { argumentsFor, startedBy } from './started.js';

/**
 * The code that runs while a site waits for its coroutine, as far as the file shows it: the operand, and the body of every
 * function and method that is called, or named, from there on.
 *
 *     coro = main()            the value of `coro`
 *     asyncio.run(coro)        main, what main calls, what it hands to gather() or create_task()
 */
export interface Reach {
  /** The call whose coroutine is driven, where it is one. */
  readonly driven: Node | undefined;
  /** Subtrees, none inside another. */
  readonly regions: readonly Node[];
  readonly functions: ReadonlySet<Node>;
  holds(node: Node): boolean;
}

const known = new WeakMap<RunSite, Reach>();

export function getReach(site: RunSite, module: Module): Reach {
  const cached = known.get(site);
  if (cached !== undefined) return cached;
  const functions = new Set<Node>();
  const regions: Node[] = [];
  const start = site.coroutine ?? site.node;
  const values = [start, ...valuesOf(start, module)];
  // jobs = [loop.create_task(tick())]; jobs.append(…); loop.run_until_complete(asyncio.wait(jobs))
  const named = [...module.find('identifier', start)].flatMap((name) => valuesOf(name, module)).filter(isCollection);
  const started = startedBy(start, module).map(({ call }) => call);
  const queue = [...values];
  for (const each of [...named, ...started]) if (!queue.some((region) => contains(region, each))) queue.push(each);
  for (let region = queue.shift(); region !== undefined; region = queue.shift()) {
    regions.push(region);
    for (const node of descendants(region)) {
      for (const next of definitionsBehind(node, module)) {
        const body = field(next, 'body');
        if (functions.has(next) || body === undefined) continue;
        functions.add(next);
        queue.push(body);
      }
    }
  }
  const holds = (node: Node) => regions.some((region) => region.start <= node.start && node.end <= region.end);
  const driven = values.find((node) => node.type === 'call');
  const reach: Reach = { driven, regions, functions, holds };
  known.set(site, reach);
  return reach;
}

/** Every call of the given region nodes, by what it calls. */
export function* nodesIn(reach: Reach, type: string): Generator<Node> {
  const seen = new Set<Node>();
  for (const region of reach.regions) {
    for (const node of descendants(region)) {
      if (node.type !== type || seen.has(node)) continue;
      seen.add(node);
      yield node;
    }
  }
}

function isCollection({ type }: Node): boolean {
  return /^(?:list|tuple|set|list_comprehension|set_comprehension|generator_expression)$/.test(type);
}

/** What a variable holds: `coro = main()`, `for job in (load(), check())`, `def run(coro): …` that is called with `run(main())`. */
function valuesOf(node: Node, module: Module): readonly Node[] {
  if (node.type !== 'identifier') return [];
  const binding = module.scopes.bindingOf(node);
  return (binding?.definitions ?? []).flatMap(({ kind, value, node: target }) => {
    if (kind === 'parameter')
      return [value ?? [], argumentsFor(target, (binding as Binding).scope.node, module)].flat();
    if (value !== undefined) return value;
    return kind === 'for' ? (field(target.parent, 'right') ?? []) : [];
  });
}

/** The functions that a call runs, or that a name hands on. */
function definitionsBehind(node: Node, module: Module): readonly Node[] {
  if (node.type === 'call') {
    const called = findCalled(node, module);
    if (called !== undefined) return [called];
    const built = findClass(field(node, 'function') as Node, module);
    return built === undefined ? [] : SPECIAL.flatMap((name) => getMethods(built, name, module));
  }
  if (node.type !== 'identifier') return [];
  const definitions = module.scopes.bindingOf(node)?.definitions ?? [];
  return definitions.flatMap((each) =>
    each.kind === 'def' && each.node !== node && each.node.parent ? [each.node.parent] : [],
  );
}

/** What making an object, and using it in a `with`, `for` or `await`, runs. */
const SPECIAL = [
  '__init__',
  '__post_init__',
  '__aenter__',
  '__aexit__',
  '__enter__',
  '__exit__',
  '__aiter__',
  '__anext__',
  '__await__',
  '__call__',
];
