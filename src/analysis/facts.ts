import type { RunSite } from '../forms/form.js';
import type { Settings } from '../options.js';
import type { Module } from '../python/module.js';
import type { PythonVersion } from '../python/version.js';

/** What a target may ask before it chooses. Every answer is about this one document. */
export interface Facts {
  readonly module: Module;
  readonly settings: Settings;
  readonly python: PythonVersion;
  readonly sites: readonly RunSite[];
}

export function gatherFacts(module: Module, sites: readonly RunSite[], settings: Settings): Facts {
  return { module, settings, python: settings.python, sites };
}
