import { diagnostic } from '../../diagnostics.js';
import type { Diagnostic } from '../../findings.js';
import type { Module } from '../../python/module.js';
import { field, type Node } from '../../python/node.js';
import type { Binding } from '../../python/scopes.js';
import { contains, type Range } from '../../text.js';
import { extentOf } from './extent.js';
import type { Guard } from './shapes.js';

/** A name that the question or the loop arm binds, and that something else reads: it would be gone. */
export function findLaterUse(found: Guard, gone: readonly Range[], module: Module): Diagnostic | undefined {
  const isGone = (node: Range) => gone.some((range) => contains(range, node));
  for (const binding of bindingsIn(gone, module)) {
    // the question has statements of its own: they stay as long as something reads what they bind
    if (
      binding.definitions.some((definition) =>
        found.question.statements.some((statement) => contains(statement, definition.node)),
      )
    )
      continue;
    if (binding.definitions.some((definition) => !isGone(definition.node))) continue;
    const read = binding.references.find((reference) => !isGone(reference));
    if (read !== undefined) return diagnostic(extentOf(found.statement, found), 'LS605', binding.name);
  }
  return findAttributeUse(found, gone, module);
}

/** `self.task = loop.create_task(main())`, read elsewhere. */
function findAttributeUse(found: Guard, gone: readonly Range[], module: Module): Diagnostic | undefined {
  for (const statement of found.running) {
    for (const assignment of module.find('assignment', statement)) {
      const target = field(assignment, 'left');
      if (target?.type !== 'attribute') continue;
      const name = module.text(field(target, 'attribute') as Node);
      const isRead = [...module.find('attribute')].some(
        (each) =>
          module.text(field(each, 'attribute') as Node) === name && !gone.some((range) => contains(range, each)),
      );
      const isKept = found.idle.some((each) =>
        [...module.find('assignment', each)].some(
          (other) => module.text(field(other, 'left') as Node) === module.text(target),
        ),
      );
      if (isRead && !isKept) return diagnostic(extentOf(found.statement, found), 'LS605', module.text(target));
    }
  }
  return undefined;
}

function bindingsIn(ranges: readonly Range[], module: Module): readonly Binding[] {
  const bindings = module.scopes.scopes.flatMap((scope) => [...scope.bindings.values()]);
  return bindings.filter((binding) =>
    binding.definitions.some(({ node }) => ranges.some((range) => contains(range, node))),
  );
}
