import { findDisplayed } from '../analysis/display.js';
import type { Facts } from '../analysis/facts.js';
import type { Tie } from '../analysis/groups.js';
import { diagnostic } from '../diagnostics.js';
import type { Magic } from '../documents/document.js';
import type { Diagnostic } from '../findings.js';
import { await_ } from '../forms/await.js';
import { findCaptureOptions, writeCapture } from '../forms/capture-magic.js';
import type { Draft, RunSite } from '../forms/form.js';
import { writeTiming } from '../forms/time-magic.js';
import { field } from '../python/node.js';
import { contains, type Range } from '../text.js';
import type { Choice } from './target.js';

/** Magics whose Python runs elsewhere or not at all, so that an await under them is as good as without. */
const HARMLESS = new Set(['python']);

/**
 * Sites at the top level of a cell, under magics that cannot hold an await (rules 19, 20).
 *
 *     %%capture out⏎y = asyncio.run(f())   →  with capture_output() as out:⏎    y = await f()
 *     %%time⏎y = asyncio.run(f())          →  start = time.perf_counter()⏎y = await f()⏎print(…)     unsafe
 *     %timeit asyncio.run(f())             refused (LS501): nothing else repeats it
 *
 * An await that stands under one already fails there at home, and is treated the same.
 *
 * @returns `undefined` where no such magic is around.
 */
export function chooseUnderMagic(site: RunSite, facts: Facts): Choice | undefined {
  const magics = findMagics(site, facts);
  const [magic] = magics;
  if (magic === undefined) return undefined;
  const refused = magics.length > 1 ? diagnostic(site.extent, 'LS501', spell(magic)) : findObstacle(magic, site, facts);
  if (refused !== undefined) return { kind: 'refuse', why: refused };
  return magic.name === 'time' ? chooseTiming(magic, site, facts) : chooseCapture(magic, site, facts);
}

/** Why a call at the top level of a cell cannot become an await: what promotion asks of the calls of a helper. */
export function findMagicObstacle(call: Range, facts: Facts): Diagnostic | undefined {
  const magic = facts.module.document.magicAt(call.start);
  if (magic?.body === undefined || HARMLESS.has(magic.name) || call.start < magic.body.start) return undefined;
  return diagnostic(call, 'LS501', spell(magic));
}

/** Sites under one cell magic convert together: the magic goes once, or stays for all of them. */
export function findMagicTies(facts: Facts): readonly Tie[] {
  const first = new Map<Magic, RunSite>();
  const ties: Tie[] = [];
  for (const site of facts.sites) {
    const magic = findMagics(site, facts).find((each) => each.kind === 'cell');
    if (magic === undefined) continue;
    const a = first.get(magic);
    if (a === undefined) first.set(magic, site);
    else ties.push({ a, b: site, tie: `the magic \`${spell(magic)}\` of the cell` });
  }
  return ties;
}

function chooseTiming(magic: Magic, site: RunSite, facts: Facts): Choice {
  const also = writeTiming(magic, site, facts.module);
  const caution = diagnostic(site.extent, 'LS502', spell(magic));
  if (also === undefined) return { kind: 'refuse', why: caution };
  return write(also, caution, 'unsafe', `take \`${spell(magic)}\` away and await the coroutine`);
}

function chooseCapture(magic: Magic, site: RunSite, facts: Facts): Choice {
  const caution = diagnostic(site.extent, 'LS503');
  return write(writeCapture(magic, site, facts.module), caution, 'safe', 'await inside `capture_output()`');
}

function write(also: Draft, caution: Diagnostic, safety: 'safe' | 'unsafe', summary: string): Choice {
  return { kind: 'write', form: await_, summary, safety, also, caution };
}

function findObstacle(magic: Magic, site: RunSite, facts: Facts): Diagnostic | undefined {
  switch (magic.name) {
    case 'time':
      return undefined;
    case 'capture': {
      if (findCaptureOptions(magic) === undefined) return diagnostic(site.extent, 'LS504', magic.argument);
      if (magic.target !== undefined && findDisplayed(magic.body ?? magic, facts.module) !== undefined) {
        if (asksForDisplays(magic.target, facts)) return diagnostic(site.extent, 'LS511', magic.target);
      }
      // from __future__ …   has no place inside a block
      const futures = [...facts.module.find('future_import_statement')];
      return futures.some((node) => contains(magic, node)) ? diagnostic(site.extent, 'LS501', spell(magic)) : undefined;
    }
    default:
      return diagnostic(site.extent, 'LS501', spell(magic));
  }
}

/** `out.stdout` is the same either way; `out.show()` and `out.outputs` are not. */
function asksForDisplays(name: string, { module }: Facts): boolean {
  return [...module.find('identifier')].some((read) => {
    if (module.text(read) !== name || read.field === 'attribute') return false;
    const { parent } = read;
    const attribute = parent?.type === 'attribute' ? field(parent, 'attribute') : undefined;
    return attribute === undefined || !/^std(?:out|err)$/.test(module.text(attribute));
  });
}

/** The magics around a site that stands at the top level, outermost first. */
function findMagics(site: RunSite, facts: Facts): readonly Magic[] {
  const { kind } = site.standing;
  if (kind !== 'module' && kind !== 'main-guard') return [];
  return facts.module.document.magics.filter(
    ({ body, name }) => body !== undefined && !HARMLESS.has(name) && contains(body, site.node),
  );
}

function spell(magic: Magic): string {
  return `${magic.kind === 'cell' ? '%%' : '%'}${magic.name}`;
}
