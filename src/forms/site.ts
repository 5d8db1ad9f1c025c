import { getMethods } from '../python/classes.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { receiverOf } from '../python/receivers.js';
import type { FormName, RunSite, Usage } from './form.js';

/** A {@link RunSite} with everything that can be read off its node filled in. */
export function makeSite(
  form: FormName,
  node: Node,
  coroutine: Node | undefined,
  module: Module,
  rest: Partial<Omit<RunSite, 'form' | 'node' | 'coroutine'>> = {},
): RunSite {
  return {
    form,
    node,
    coroutine,
    usage: usageOf(node),
    options: new Map(),
    standing: module.standing(node),
    loop: undefined,
    extent: { start: node.start, end: node.end },
    around: [],
    scaffolding: [],
    refusal: undefined,
    ...rest,
  };
}

/** Whether the value of an expression is used: `asyncio.run(c())` on a line of its own throws it away. */
export function usageOf(node: Node): Usage {
  return node.parent?.type === 'expression_statement' ? 'statement' : 'value';
}

/** `asyncio.run(main)`, `asyncio.run(worker.work)`: a name that means a function of this file, or a method of a class of it. */
export function isFunctionName(node: Node, module: Module): boolean {
  if (node.type === 'attribute') {
    const receiver = receiverOf(field(node, 'object') as Node, module);
    const name = module.text(field(node, 'attribute') as Node);
    const methods = receiver.kind === 'instance' ? getMethods(receiver.definition, name, module) : [];
    return methods.length > 0 && methods.every((method) => method.parent?.type !== 'decorated_definition');
  }
  if (node.type !== 'identifier') return false;
  const definitions = module.scopes.bindingOf(node)?.definitions ?? [];
  return definitions.length > 0 && definitions.every((definition) => definition.kind === 'def');
}
