import { diagnostic } from '../../diagnostics.js';
import type { Diagnostic } from '../../findings.js';
import type { Module } from '../../python/module.js';
import { field, type Node } from '../../python/node.js';
import { contains, type Range } from '../../text.js';
import type { LoopReference } from '../form.js';
import { getLoopReference } from '../loop.js';
import { inspectUses } from '../loop-uses.js';
import { short } from './arms.js';
import type { Guard } from './shapes.js';

interface LegacyParts {
  readonly scaffolding: readonly Node[];
  readonly prunes: readonly Node[];
  readonly refusal: Diagnostic | undefined;
  /** The loop, where other sites run on it too. */
  readonly shared: LoopReference | undefined;
}

/** `loop = asyncio.new_event_loop(); loop.run_until_complete(main()); loop.close()` in the arm for no loop. */
export function legacyParts(callee: Node, found: Guard, gone: readonly Range[], module: Module): LegacyParts {
  const reference = getLoopReference(field(callee, 'object') as Node, module);
  const loop = reference.binding === undefined ? reference : inspectUses(reference.binding, module);
  const isGone = (node: Range) => gone.some((range) => contains(range, node));
  const leftover = loop.leftovers.find((read) => !isGone(read));
  const own = loop.scaffolding.filter((statement) => !isGone(statement));
  const makesItsOwn = own.filter((statement) => found.idle.some((each) => contains(each, statement)));
  const refusal =
    reference.kind === 'foreign' && !found.question.statements.length
      ? undefined
      : leftover === undefined
        ? undefined
        : diagnostic(leftover, 'LS302', module.text(leftover), `\`${short(leftover.parent ?? leftover, module)}\``);
  const runs = reference.binding?.references.filter((read) => !isGone(read) && isRunOn(read, module)) ?? [];
  return {
    scaffolding: makesItsOwn,
    prunes: own.filter((statement) => !makesItsOwn.includes(statement)),
    refusal,
    shared: runs.length > 1 ? reference : undefined,
  };
}

function isRunOn(read: Node, module: Module): boolean {
  const { parent } = read;
  return parent?.type === 'attribute' && module.text(field(parent, 'attribute') as Node) === 'run_until_complete';
}
