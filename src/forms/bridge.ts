import { diagnostic } from '../diagnostics.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { findExecutorBridges } from './bridge/executors.js';
import { planBridgeHelper } from './bridge/helper.js';
import { findBridgeHelpers, helperName } from './bridge/known-helpers.js';
import { findThreadBridges } from './bridge/threads.js';
import { findHandedOn } from './drive.js';
import { hasLostLabel } from './f-string.js';
import type { Form, RunSite } from './form.js';
import { writeCall } from './operand.js';
import { findRefusedOption } from './options.js';
import { makeSite } from './site.js';

/**
 * A coroutine driven to its end by synchronous code, on a thread of its own where a loop is running in this one: the one
 * shape that gives back a value in a script and in a notebook (semantics.md §5.20, rule 55).
 *
 *     run_sync(main())                                            RunSite { coroutine: main(), prunes: def run_sync }
 *     ThreadPoolExecutor().submit(asyncio.run, main()).result()   RunSite { coroutine: main() }
 *
 *     asyncio.run(main())  →  run_sync(main()), with `def run_sync(coro)` behind the imports
 */
export const bridge: Form = {
  name: 'bridge',
  summary: 'a thread of its own where a loop is running: `pool.submit(asyncio.run, coro).result()`',
  since: '3.7',
  *recognize(module) {
    for (const helper of findBridgeHelpers(module)) yield* callsOf(helper, module);
    yield* findExecutorBridges(module);
    yield* findThreadBridges(module);
  },
  write(site, { module, sites, python }) {
    const refused = findRefusedOption(site, module);
    if (refused !== undefined) return refused;
    if (hasLostLabel(site.node, module)) return diagnostic(site.node, 'LS211', python);
    const helper = getBridgeHelper(module, sites);
    return { edits: [...helper.edits, ...writeCall(site, module, helper.name)] };
  },
};

/** The helper that the file has, or the one it gets: one for all of its sites. */
export function getBridgeHelper(module: Module, sites: readonly RunSite[]): BridgeHelper {
  const planned = helpers.get(sites) ?? findHelper(module, sites);
  helpers.set(sites, planned);
  return planned;
}

type BridgeHelper = ReturnType<typeof planBridgeHelper>;

const helpers = new WeakMap<readonly RunSite[], BridgeHelper>();

function findHelper(module: Module, sites: readonly RunSite[]): BridgeHelper {
  const known = findBridgeHelpers(module).find((helper) => isThereFor(sites, helper, module));
  return known === undefined ? planBridgeHelper(module, sites) : { name: helperName(known, module), edits: [] };
}

/** `def load(): …; load(); def run_sync(coro): …`: there in time for each site, as far as its own text shows. */
function isThereFor(sites: readonly RunSite[], helper: Node, module: Module): boolean {
  const early = sites.filter(({ extent }) => extent.start < helper.start);
  return early.every(({ standing: { kind, owner } }) => {
    const name = kind === 'function' && owner.parent?.type === 'module' ? field(owner, 'name') : undefined;
    const uses = name === undefined ? undefined : module.scopes.bindingOf(name)?.references;
    return uses?.every((use) => use.start > helper.start) ?? false;
  });
}

/** The calls of a helper; the helper itself where the file does not call it: it is right as it stands. */
function* callsOf(helper: Node, module: Module): Iterable<RunSite> {
  const inner = [...module.find('call', helper), ...findHandedOn(helper, module)];
  const reads = module.scopes.bindingOf(field(helper, 'name') as Node)?.references ?? [];
  const calls = reads.flatMap((read) =>
    read.parent?.type === 'call' && read.field === 'function' ? [read.parent] : [],
  );
  for (const call of calls) {
    const { args, keywords, unpacks } = module.call(call);
    const [coroutine] = args;
    const isPlain = args.length === 1 && keywords.size === 0 && !unpacks;
    yield makeSite('bridge', call, coroutine, module, {
      portable: 'waits',
      prunes: [helper],
      claims: [call, ...inner],
      ...(!isPlain && { obstacle: diagnostic(call, 'LS208') }),
    });
  }
  const [driver] = [...module.find('call', helper)].filter(
    (call) => module.resolve(field(call, 'function') as Node) === 'asyncio.run',
  );
  if (calls.length > 0 || driver === undefined) return;
  yield makeSite('bridge', driver, module.call(driver).args[0], module, {
    portable: 'waits',
    claims: inner,
    obstacle: diagnostic(driver, 'LS635', helperName(helper, module)),
  });
}
