import type { Facts } from '../analysis/facts.js';
import { diagnostic } from '../diagnostics.js';
import { await_ } from '../forms/await.js';
import type { RunSite } from '../forms/form.js';
import { field } from '../python/node.js';
import { findAwaitObstacle } from './legality.js';
import { chooseLibrary } from './libraries.js';
import { chooseUnderMagic, findMagicTies } from './magics.js';
import type { Choice, Target } from './target.js';

export const notebook: Target = {
  name: 'notebook',
  summary: 'IPython 7 and later: a loop is running, cells may await',
  since: '3.6',
  choose: chooseForNotebook,
  ties: findMagicTies,
};

/** Where a loop runs and cells may await: every site becomes `await`, as far as its place allows. */
export function chooseForNotebook(site: RunSite, facts: Facts): Choice {
  const library = chooseLibrary(site, facts);
  if (library !== undefined && library.kind !== 'write') return library;
  const obstacle = findAwaitObstacle(site, facts);
  if (obstacle !== undefined) return { kind: 'refuse', why: obstacle };
  const under = chooseUnderMagic(site, facts);
  if (under?.kind === 'write' && library !== undefined) return { ...under, ...library };
  if (under !== undefined) return under;
  if (library !== undefined) return library;
  const { kind, owner } = site.standing;
  switch (kind) {
    case 'module':
    case 'main-guard':
    case 'async-function':
      if (site.form === 'await') return { kind: 'keep' };
      return { kind: 'write', form: await_, summary: 'await the coroutine' };
    case 'function':
      return { kind: 'refuse', why: diagnostic(site.extent, 'LS204', nameOf(owner, facts)) };
    case 'lambda':
    case 'generator':
    case 'class-body':
    case 'annotation':
      throw new Error(`findAwaitObstacle let ${kind} through`);
  }
}

export function nameOf(definition: RunSite['standing']['owner'], facts: Facts): string {
  const name = field(definition, 'name');
  return name === undefined ? 'lambda' : facts.module.text(name);
}
