import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { RunSite } from '../forms/form.js';
import type { NamedFunction } from '../python/functions.js';
import { field, type Node } from '../python/node.js';
import type { Facts } from './facts.js';
import type { Obstacle, Promotion } from './promotion.js';

/** Another file of the run imports the function, or may get at the class whose method it is: it calls without awaiting. */
export function findImporter(found: NamedFunction, { module, settings }: Facts): Obstacle | undefined {
  const [definition] = found.definitions;
  if (definition === undefined || !isAtTop(found.owner ?? definition, module)) return undefined;
  const importer = settings.importedBy.find(
    ({ names }) => names === undefined || found.owner !== undefined || names.includes(found.name),
  );
  return importer && { code: 'LS429', name: found.name, at: definition, detail: importer.path };
}

/** A file that others import, or run by `%run`, has to stay one that they can: with an `await` at its top level it is a SyntaxError to them. */
export function findImport(site: RunSite, { module, settings, sites }: Facts): Diagnostic | undefined {
  const [importer] = settings.importedBy;
  const { kind } = site.standing;
  if (importer === undefined || (kind !== 'module' && kind !== 'main-guard')) return undefined;
  const awaitsNow = sites.some(
    ({ form, standing }) => form === 'await' && /^(?:module|main-guard)$/.test(standing.kind),
  );
  return awaitsNow ? undefined : diagnostic(site.extent, 'LS430', importer.path, module.document.source.path);
}

/**
 * A function becomes async that files outside of the run may import: nothing at the top level of the output keeps them from
 * it. Where something does, an import is a SyntaxError, and loud.
 *
 *     def fetch(n): return asyncio.run(get(n))      async def fetch(n): return await get(n)
 *     async def main(): print(fetch(1))             async def main(): print(await fetch(1))
 */
export function findOpenPromotion({ functions, calls }: Promotion, facts: Facts): Diagnostic | undefined {
  const { module, settings, sites } = facts;
  if (module.document.format !== 'python' || settings.importedBy.length > 0) return undefined;
  if (calls.some((node) => isAtTop(node, module)) || sites.some(({ node }) => isAtTop(node, module))) return undefined;
  const open = functions.find((each) => isAtTop(each, module) && !nameOf(each, facts).startsWith('_'));
  return open && diagnostic(open, 'LS431', nameOf(open, facts));
}

function isAtTop(node: Node, module: Facts['module']): boolean {
  return /^(?:module|main-guard)$/.test(module.standing(node).kind);
}

function nameOf(definition: Node, { module }: Facts): string {
  return module.text(field(definition, 'name') as Node);
}
