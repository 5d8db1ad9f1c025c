import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { Module } from '../python/module.js';
import type { Node } from '../python/node.js';
import { atLeast, type PythonVersion } from '../python/version.js';
import type { Edit } from '../text.js';
import { findInterpolation, findLabelEdits } from './f-string.js';
import type { Draft, RunSite } from './form.js';
import { needsOuterParentheses } from './operand.js';

/**
 * Functions that become coroutine functions, with the calls of them that become awaits.
 *
 *     def fetch(url): …       →  async def fetch(url): …
 *     fetch(url).title()      →  (await fetch(url)).title()
 *     f'{fetch(url)=}'        →  f'fetch(url)={await fetch(url)!r}'
 *     asyncio.run(make())     →  await (await make())
 *
 * Every edit counts once, however many sites hang on the same helper.
 */
export function writeAsyncDefs(
  functions: readonly Node[],
  calls: readonly Node[],
  {
    module,
    python,
    sites,
  }: { readonly module: Module; readonly python: PythonVersion; readonly sites: readonly RunSite[] },
): Draft | Diagnostic {
  const edits = functions.map((definition) => insertion(definition.start, 'async '));
  const driven = coroutinesOf(sites);
  const heads = new Map<number, string>();
  // make().next().next()   calls that begin together: the outermost awaits first
  for (const call of [...calls].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const label = findLabel(call, module, python);
    if (label === undefined) return diagnostic(call, 'LS211', python);
    const outer = needsOuterParentheses(call) || driven.has(call);
    heads.set(call.start, `${heads.get(call.start) ?? glue(call, module)}${outer ? '(' : ''}await `);
    edits.push(...label);
    if (outer) edits.push(insertion(call.end, ')'));
  }
  return { edits: [...edits, ...[...heads].map(([at, text]) => insertion(at, text))] };
}

const known = new WeakMap<readonly RunSite[], ReadonlySet<Node | undefined>>();

/** What the sites of a document drive. */
function coroutinesOf(sites: readonly RunSite[]): ReadonlySet<Node | undefined> {
  const found = known.get(sites) ?? new Set(sites.map((site) => site.coroutine));
  known.set(sites, found);
  return found;
}

/** Calls that are given to `asyncio.run`: `fetch(2)` → `asyncio.run(fetch(2))`. */
export function writeRuns(
  calls: readonly Node[],
  { module, python }: { readonly module: Module; readonly python: PythonVersion },
): Draft | Diagnostic {
  const edits: Edit[] = [];
  for (const call of calls) {
    const label = findLabel(call, module, python);
    if (label === undefined) return diagnostic(call, 'LS211', python);
    const asyncio = module.importing('asyncio.run', call);
    edits.push(
      ...asyncio.edits,
      ...label,
      insertion(call.start, `${glue(call, module)}${asyncio.name}(`),
      insertion(call.end, ')'),
    );
  }
  return { edits };
}

/** The label of `f'{fetch(url)=}'`, written out; `undefined` where no await can stand in the f-string. */
function findLabel(call: Node, module: Module, python: PythonVersion): readonly Edit[] | undefined {
  const interpolation = findInterpolation(call);
  if (interpolation === undefined) return [];
  if (!atLeast(python, '3.7')) return undefined;
  return findLabelEdits(call, interpolation, module)?.map((edit) => ({ ...edit, once: true }));
}

/** `return(fetch)(url)`: a word must not grow into its neighbour. */
function glue(call: Node, module: Module): string {
  return /\w/.test(module.document.code[call.start - 1] ?? '') ? ' ' : '';
}

function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text, once: true };
}
