import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { Module } from '../python/module.js';
import type { RunSite } from './form.js';

/**
 * The first of `debug=`, `loop_factory=`, `context=` that says something, as a refusal. `debug=False`, `debug=None` and
 * `loop_factory=None` say what the call does without them too, and are dropped (rule 15).
 */
export function findRefusedOption(site: RunSite, module: Module): Diagnostic | undefined {
  for (const [name, value] of site.options) {
    if (!/^(?:None|False)$/.test(module.text(value))) return diagnostic(site.node, 'LS207', name);
  }
  return undefined;
}
