import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { Module } from '../python/module.js';
import type { Node } from '../python/node.js';
import { atLeast, type PythonVersion } from '../python/version.js';
import type { RunSite } from './form.js';

/** The options of a site where its loop goes and another is running already: of what kind it was is of no account. */
export function withoutFactory(site: RunSite): RunSite {
  if (site.form !== 'run-until-complete' || !site.options.has('loop_factory')) return site;
  return { ...site, options: new Map([...site.options].filter(([name]) => name !== 'loop_factory')) };
}

/**
 * The first of `debug=`, `loop_factory=`, `context=` that says something, as a refusal. `debug=False`, `debug=None` and
 * `loop_factory=None` say what the call does without them too, and are dropped (rule 15).
 */
export function findRefusedOption(site: RunSite, module: Module): Diagnostic | undefined {
  for (const [name, value] of site.options) {
    if (!isDefault(value, module)) return diagnostic(site.node, 'LS207', name);
  }
  return undefined;
}

/**
 * The options as further arguments of `asyncio.run`: `, debug=True`. `loop_factory=` exists from 3.12 on (§2.28), `context=`
 * is `Runner.run`'s alone: refused.
 */
export function carryOptions(
  site: RunSite,
  module: Module,
  python: PythonVersion,
): { readonly text: string } | Diagnostic {
  let text = '';
  for (const [name, value] of site.options) {
    if (isDefault(value, module)) continue;
    if (name === 'loop_factory' && !atLeast(python, '3.12'))
      return diagnostic(site.node, 'LS316', 'loop_factory=', python, '3.12');
    if (name !== 'debug' && name !== 'loop_factory') return diagnostic(site.node, 'LS207', name);
    text += `, ${name}=${module.text(value)}`;
  }
  return { text };
}

function isDefault(value: Node, module: Module): boolean {
  return /^(?:None|False)$/.test(module.text(value));
}
