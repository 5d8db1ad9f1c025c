import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { Call, Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { type Form, isDiagnostic, type RunSite } from './form.js';
import { writeCall } from './operand.js';
import { carryOptions } from './options.js';
import { isFunctionName, makeSite } from './site.js';

/**
 * `asyncio.run(coro)`: makes a loop, runs the coroutine on it, closes it.
 *
 *     asyncio.run(main())              →  RunSite { coroutine: main() }
 *     asyncio.run(main(), debug=True)  →  RunSite { …, options: { debug } }
 *     asyncio.run(main)                →  refused: no coroutine (LS209)
 */
export const run: Form = {
  name: 'run',
  summary: '`asyncio.run(coro)`',
  since: '3.7',
  *recognize(module) {
    for (const call of module.calls('asyncio.run')) yield toSite(call, module);
    yield* ambiguous(module);
  },
  write(site, { module, python }) {
    const carried = carryOptions(site, module, python);
    if (isDiagnostic(carried)) return carried;
    const asyncio = module.importing('asyncio.run', site.node);
    return { edits: [...asyncio.edits, ...writeCall(site, module, asyncio.name, carried.text)] };
  },
};

function toSite(call: Call, module: Module): RunSite {
  const coroutine = call.args[0] ?? call.keywords.get('main');
  const options = new Map([...call.keywords].filter(([name]) => name !== 'main'));
  return makeSite('run', call.node, coroutine, module, { options, refusal: findRefusal(call, coroutine, module) });
}

function findRefusal(call: Call, coroutine: Node | undefined, module: Module): Diagnostic | undefined {
  if (call.unpacks || call.args.length > 1 || coroutine === undefined) return diagnostic(call.node, 'LS208');
  if (coroutine.type === 'lambda' || isFunctionName(coroutine, module))
    return diagnostic(call.node, 'LS209', module.text(coroutine));
  return undefined;
}

/** Calls whose name may mean `asyncio.run`, or something else: reported, never touched. */
function* ambiguous(module: Module): Iterable<RunSite> {
  for (const node of module.find('call')) {
    const callee = field(node, 'function') as Node;
    const meaning = module.meaning(callee);
    if (meaning.name !== 'asyncio.run' || meaning.certain) continue;
    const refusal = diagnostic(node, 'LS210', module.text(callee));
    yield makeSite('run', node, module.call(node).args[0], module, { refusal });
  }
}
