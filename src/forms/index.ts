import type { Module } from '../python/module.js';
import type { Node } from '../python/node.js';
import { anyio } from './anyio.js';
import { asyncToSync } from './async-to-sync.js';
import { await_ } from './await.js';
import { bridge } from './bridge.js';
import type { Form, FormName, RecognizeSettings, RunSite } from './form.js';
import { guard } from './guard.js';
import { main } from './main.js';
import { run } from './run.js';
import { runCoroutineThreadsafe } from './run-coroutine-threadsafe.js';
import { runForever } from './run-forever.js';
import { runUntilComplete } from './run-until-complete.js';
import { runner } from './runner.js';
import { tornado } from './tornado.js';
import { trio } from './trio.js';
import { twin } from './twin.js';
import { uvloop } from './uvloop.js';
import { wrapper } from './wrapper.js';

/** Every form, most specific first: where two recognise the same code, the first one has it. */
export const forms: readonly Form[] = [
  guard,
  bridge,
  runUntilComplete,
  runner,
  runForever,
  runCoroutineThreadsafe,
  uvloop,
  anyio,
  trio,
  tornado,
  asyncToSync,
  wrapper,
  twin,
  run,
  await_,
  main,
];

export function findForm(name: FormName): Form | undefined {
  return forms.find((form) => form.name === name);
}

/** The run sites of a module, in source order. A node that an earlier form has claimed is not counted twice. */
export function recognize(module: Module, settings: RecognizeSettings): readonly RunSite[] {
  const sites: RunSite[] = [];
  const claimed = new Set<Node>();
  for (const form of forms) {
    for (const site of form.recognize(module, settings)) {
      const isCounted = claimed.has(site.node);
      // what else belongs to it, a bridge's helper, belongs to it all the same
      for (const node of site.claims ?? [site.node]) claimed.add(node);
      if (isCounted) continue;
      sites.push(site);
    }
  }
  return sites.sort((a, b) => a.node.start - b.node.start || b.node.end - a.node.end);
}
