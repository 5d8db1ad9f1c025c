import type { Diagnostic } from '../findings.js';
import { attributesNamed } from '../python/attributes.js';
import { getBases } from '../python/classes.js';
import type { Module } from '../python/module.js';
import { ancestors, field, type Node, statementOf } from '../python/node.js';
import { addAll, contains, type Edit } from '../text.js';
import { type Draft, isDiagnostic, type RunSite } from './form.js';
import { writeRun } from './runner-span.js';

/**
 * A loop that an object makes for itself, and that nobody else has hold of, as a Runner of the object:
 *
 *     def __init__(self):
 *         self.loop = asyncio.new_event_loop()       self.runner = asyncio.Runner()
 *     def fetch(self):
 *         return self.loop.run_until_complete(c())   return self.runner.run(c())
 *     def close(self):
 *         self.loop.close()                          self.runner.close()
 *
 * @returns `undefined` where somebody else may use the loop: a base class, whoever reads the attribute of the object, or by its name.
 */
export function writeOwnRunner(sites: readonly RunSite[], module: Module): Draft | Diagnostic | undefined {
  const [first] = sites as readonly [RunSite, ...RunSite[]];
  const { loop } = first;
  const binding = loop?.binding;
  const [maker, ...others] = loop?.makers ?? [];
  const receiver = receiverOf(first);
  if (loop?.origin !== 'new' || binding === undefined || maker === undefined || others.length > 0) return undefined;
  if (receiver?.type !== 'attribute' || sites.some((site) => site.loop?.binding?.name !== binding.name))
    return undefined;
  const owner = [...ancestors(maker)].find((up) => up.type === 'class_definition');
  const home = statementOf(maker);
  if (owner === undefined || !isMadeOnce(home, owner, module) || !isOwn(binding.name, owner, module)) return undefined;
  const reads = binding.references;
  const closings = reads.filter((read) => !sites.some((site) => receiverOf(site) === read));
  if (!reads.every((read) => contains(owner, read) && module.text(read) === binding.name)) return undefined;
  if (!closings.every((read) => isClosing(read, module)) || loop.leftovers.length > 0) return undefined;
  const self = module.text(field(receiver, 'object') as Node);
  const name = `${self}.${attributesNamed('runner', module).length === 0 ? 'runner' : '_runner'}`;
  const asyncio = module.importing('asyncio.Runner', home);
  const edits: Edit[] = [
    ...asyncio.edits,
    { start: home.start, end: home.end, text: `${name} = ${asyncio.name}()` },
    ...closings.map((read) => ({ start: read.start, end: read.end, text: name })),
  ];
  for (const site of sites) {
    const draft = writeRun(site, module, name, { edits: [], removes: [], keepsLoop: false, shifts: [] }, 0);
    if (isDiagnostic(draft)) return draft;
    addAll(edits, draft.edits);
  }
  return { edits, removes: [] };
}

function receiverOf(site: RunSite): Node | undefined {
  return field(field(site.node, 'function'), 'object');
}

/** In `__init__`, each time an object is made, and on no condition. */
function isMadeOnce(home: Node, owner: Node, module: Module): boolean {
  const method = home.parent?.parent;
  const name = method?.type === 'function_definition' ? field(method, 'name') : undefined;
  return (
    name !== undefined &&
    module.text(name) === '__init__' &&
    [...ancestors(home)].find((up) => up.type === 'class_definition') === owner
  );
}

/** The object has no base that knows of the attribute, no fixed set of attributes, and nobody asks for this one by its name. */
function isOwn(attribute: string, owner: Node, module: Module): boolean {
  const name = attribute.slice(attribute.lastIndexOf('.') + 1);
  if (getBases(owner).some((base) => module.resolve(base) !== 'builtins.object')) return false;
  if ([...module.find('identifier', owner)].some((node) => module.text(node) === '__slots__')) return false;
  const spelled = new RegExp(`^[a-zA-Z]*["']+${name}["']+$`);
  return ![...module.find('string')].some((node) => spelled.test(module.text(node)));
}

/** `self.loop.close()` */
function isClosing(read: Node, module: Module): boolean {
  const call = read.parent?.parent;
  return call?.type === 'call' && module.text(field(call, 'function') as Node) === `${module.text(read)}.close`;
}
