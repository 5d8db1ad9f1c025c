import type { Call, Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import type { Edit } from '../text.js';
import type { Form, RecognizeSettings, RunSite } from './form.js';
import { findMaker } from './made-by.js';
import { makeSite } from './site.js';
import { type Twin, twins } from './twins.js';

/**
 * Synchronous wrappers of libraries that drive a loop inside, known by name ({@link twins}).
 *
 *     agent = Agent('gpt')
 *     agent.run_sync('why?')       →  RunSite { operand: agent.run('why?') }
 *     app.run_polling()            →  RunSite without an operand: its twin is more than another name
 */
export const twin: Form = {
  name: 'twin',
  summary: 'a synchronous wrapper of a library that has an async twin: `agent.run_sync(…)`',
  since: '3.6',
  *recognize(module, settings) {
    const seen = new Set<Node>();
    for (const entry of knownTwins(settings)) {
      for (const call of findCalls(entry, module)) {
        if (seen.has(call.node)) continue;
        seen.add(call.node);
        yield toSite(call, entry, module);
      }
    }
  },
};

/** The entry of the table that a site was found by. */
export function getTwin(site: RunSite, module: Module, settings: RecognizeSettings): Twin {
  const found = knownTwins(settings).find((entry) => findCalls(entry, module).some((call) => call.node === site.node));
  if (found === undefined) throw new Error(`no twin: ${module.text(site.node)}`);
  return found;
}

/** The project's own pairs, as `package.Class.method:twin`, before those that are known here. */
function knownTwins(settings: RecognizeSettings): readonly Twin[] {
  const own = settings.twins.map((pair): Twin => {
    const [name = '', twin = ''] = pair.split(':');
    const owner = name.split('.').at(-2) ?? '';
    return { name, twin, advice: `\`await ${owner}.${twin}(…)\`` };
  });
  return [...own, ...twins];
}

function findCalls(entry: Twin, module: Module): readonly Call[] {
  const dot = entry.name.lastIndexOf('.');
  const owner = entry.name.slice(0, dot);
  const onObjects = module
    .methodCalls(entry.name.slice(dot + 1))
    .filter((call) => findMaker(field(call.function, 'object') as Node, module) === owner);
  return [...module.calls(entry.name), ...onObjects];
}

function toSite(call: Call, entry: Twin, module: Module): RunSite {
  const operand = toOperand(call, entry, module);
  return makeSite('twin', call.node, undefined, module, operand === undefined ? {} : { operand });
}

function toOperand(call: Call, entry: Twin, module: Module): readonly Edit[] | undefined {
  if (entry.single === true && (call.args.length !== 1 || call.keywords.size > 0)) return undefined;
  if (call.unpacks || entry.without?.some((name) => call.keywords.has(name)) === true) return undefined;
  const { end } = call.node;
  if (entry.wrapped !== undefined) {
    const [open, close] = entry.wrapped;
    const root = module.importing(entry.name.split('.')[0] as string, call.node);
    const text = open.replaceAll(/\b\w+(?=\.[A-Z])/g, root.name);
    return [
      ...root.edits,
      { start: call.function.start, end: call.function.end, text },
      { start: end, end, text: close },
    ];
  }
  const method = call.function.type === 'attribute' ? field(call.function, 'attribute') : undefined;
  if (entry.twin === undefined || method === undefined) return undefined;
  return [{ start: method.start, end: method.end, text: entry.twin }];
}
