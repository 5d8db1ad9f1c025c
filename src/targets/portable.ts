import { diagnostic } from '../diagnostics.js';
import { await_ } from '../forms/await.js';
import { bridge } from '../forms/bridge.js';
import { chooseLibrary } from './libraries.js';
import type { Target } from './target.js';

export const portable: Target = {
  name: 'portable',
  summary: 'one file for scripts and notebooks: it asks whether a loop is running',
  since: '3.7',
  choose(site, facts) {
    const library = chooseLibrary(site, facts);
    if (library !== undefined) return library;
    switch (site.standing.kind) {
      case 'async-function':
        return { kind: 'write', form: await_, summary: 'await the coroutine' };
      case 'module':
      case 'main-guard':
      case 'function':
      case 'lambda':
      case 'generator':
      case 'class-body':
      case 'annotation':
        if (site.coroutine === undefined)
          return { kind: 'refuse', why: diagnostic(site.extent, 'LS214', site.form, 'portable') };
        return {
          kind: 'write',
          form: bridge,
          summary: 'run the coroutine to its end, on a thread where a loop is running',
        };
    }
  },
};
