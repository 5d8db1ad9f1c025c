import { diagnostic } from '../diagnostics.js';
import type { Call } from '../python/call.js';
import type { Module } from '../python/module.js';
import { field } from '../python/node.js';
import type { Form } from './form.js';
import { isFunctionName, makeSite } from './site.js';

/**
 * Functions of the project's own that drive a coroutine as `asyncio.run` does, named in the settings (`runWrappers`).
 *
 *     run-wrappers = ["tools.aio.run_sync"]
 *     run_sync(main())                     →  RunSite { coroutine: main() }
 */
export const wrapper: Form = {
  name: 'wrapper',
  summary: "a function of the project's own that the settings name",
  since: '3.6',
  *recognize(module, { runWrappers }) {
    for (const name of runWrappers) {
      for (const call of findCalls(name, module)) {
        const [coroutine] = call.args;
        const isOdd = call.unpacks || call.args.length !== 1 || call.keywords.size > 0 || coroutine === undefined;
        const obstacle = isOdd
          ? diagnostic(call.node, 'LS208')
          : isFunctionName(coroutine, module)
            ? diagnostic(call.node, 'LS209', module.text(coroutine))
            : undefined;
        yield makeSite('wrapper', call.node, coroutine, module, { ...(obstacle !== undefined && { obstacle }) });
      }
    }
  },
};

/** By qualified name; a name without a dot may be a `def` of the file itself, or a method of any object. */
function* findCalls(name: string, module: Module): Iterable<Call> {
  yield* module.calls(name);
  // from .aio import run_sync   the package in front of the dots is not known here
  for (let dot = name.indexOf('.'); dot !== -1; dot = name.indexOf('.', dot + 1)) {
    yield* module.calls(name.slice(dot));
  }
  if (name.includes('.')) return;
  for (const node of module.find('call')) {
    const callee = field(node, 'function');
    if (callee?.type !== 'identifier' || module.text(callee) !== name) continue;
    const definitions = module.scopes.bindingOf(callee)?.definitions ?? [];
    if (definitions.length > 0 && definitions.every(({ kind }) => kind === 'def')) yield module.call(node);
  }
}
