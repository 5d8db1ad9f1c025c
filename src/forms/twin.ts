import type { Call } from '../python/call.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import type { Edit } from '../text.js';
import type { Form, RecognizeSettings, RunSite } from './form.js';
import { findMaker } from './made-by.js';
import { makeSite } from './site.js';
import { renamed, type Twin, twins } from './twins.js';

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
    for (const [call, entry] of findCalls(module, settings)) yield toSite(call, entry, module);
  },
};

/** The entry of the table that a site was found by. */
export function getTwin(site: RunSite, module: Module, settings: RecognizeSettings): Twin {
  const found = findCalls(module, settings).find(([call]) => call.node === site.node);
  if (found === undefined) throw new Error(`no twin: ${module.text(site.node)}`);
  return found[1];
}

/** The project's own pairs, as `package.Class.method:twin`, before those that are known here. */
function knownTwins(settings: RecognizeSettings): readonly Twin[] {
  const own = settings.twins.map((pair): Twin => {
    return renamed(pair, pair.split('.').at(-2) ?? '');
  });
  return [...own, ...twins];
}

/** Every call of a known wrapper, with the first entry that names it; the project's own come first. */
function findCalls(module: Module, settings: RecognizeSettings): readonly (readonly [Call, Twin])[] {
  const found = new Map<Node, readonly [Call, Twin]>();
  const known = knownTwins(settings);
  for (const method of new Set(known.map(methodOf))) {
    const entries = known.filter((entry) => methodOf(entry) === method);
    for (const call of module.methodCalls(method)) {
      const maker = findMaker(field(call.function, 'object') as Node, module);
      const entry = maker === undefined ? undefined : entries.find(({ name }) => isMadeBy(maker, ownerOf(name)));
      if (entry !== undefined) found.set(call.node, [call, entry]);
    }
    for (const entry of entries) {
      for (const call of module.calls(entry.name)) if (!found.has(call.node)) found.set(call.node, [call, entry]);
    }
  }
  return [...found.values()];
}

function methodOf({ name }: Twin): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function ownerOf(name: string): string {
  return name.slice(0, name.lastIndexOf('.'));
}

/** `Agent(…)`, and the other ways that a class has to make one: `Dataset.from_file(…)`. */
function isMadeBy(maker: string, owner: string): boolean {
  return maker === owner || maker.startsWith(`${owner}.from_`);
}

function toSite(call: Call, entry: Twin, module: Module): RunSite {
  const operand = toOperand(call, entry, module);
  return makeSite('twin', call.node, undefined, module, operand === undefined ? {} : { operand });
}

function toOperand(call: Call, entry: Twin, module: Module): readonly Edit[] | undefined {
  if (entry.single === true && (call.args.length !== 1 || call.keywords.size > 0)) return undefined;
  if (call.args.length > (entry.positional ?? Number.POSITIVE_INFINITY)) return undefined;
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
