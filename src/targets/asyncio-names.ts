import { findMissingNames, isGuarded, type MissingName } from '../analysis/asyncio-names.js';
import type { Facts } from '../analysis/facts.js';
import { isMended } from '../analysis/lifetime.js';
import { findPolicyCalls } from '../analysis/policies.js';
import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import { findGeneratorCoroutines, writeAsyncDefOf } from '../forms/generator-coroutine.js';
import { withoutLoopArguments } from '../forms/loop-arguments.js';
import { ancestors, field, type Node } from '../python/node.js';
import { atLeast } from '../python/version.js';
import { contains, type Edit } from '../text.js';
import type { Finish, Outcome } from './target.js';

/**
 * What the file says to asyncio besides its run sites, made to fit the chosen Python, or reported: never passed over.
 *
 *     async def f(): loop = asyncio.get_event_loop()    →  loop = asyncio.get_running_loop()     (3.7, script)
 *     asyncio.sleep(1, loop=loop)                       →  asyncio.sleep(1)                      (3.10)
 *     asyncio.create_task(f())                          →  asyncio.ensure_future(f())            (3.6, in a coroutine)
 *     asyncio.Task.all_tasks()                          →  asyncio.all_tasks()                   (3.9, in a coroutine)
 *     @asyncio.coroutine⏎def f(): yield from g()        →  async def f(): await g()              (3.11)
 *     asyncio.TaskGroup()                               LS316, until 3.10
 *     loop = asyncio.get_event_loop()                   LS315, from 3.14 on, where no loop is set
 */
export function fitAsyncioNames(outcomes: readonly Outcome[], facts: Facts): readonly Finish[] {
  const { module, python, settings } = facts;
  const isScript = settings.to === 'script' || settings.to === 'portable';
  const found: Finish[] = [];
  if (isScript && atLeast(python, '3.7'))
    found.push(...askForRunningLoop(facts).map((each): Finish => ({ ...each, form: 'get-event-loop' })));
  if (atLeast(python, '3.10')) found.push(...dropLoopArguments(facts));
  const accounted = outcomes.map(({ site }) => site);
  for (const missing of findMissingNames(module, python)) {
    const isSite = accounted.some(
      ({ node, loop }) => contains(node, missing.node) || loop?.makers.some((maker) => contains(maker, missing.node)),
    );
    if (!isSite) found.push(fitName(missing, facts));
  }
  if (isScript && atLeast(python, '3.14')) {
    found.push(...findLooplessQuestions(outcomes, facts).map(note));
    // in a script they are looked at when the runs are what they are to be
    const policies = settings.to === 'portable' ? findPolicyCalls(module) : [];
    const why = 'where a loop is running already, there is no run to tell it';
    found.push(...policies.map(({ node }) => note(diagnostic(node, 'LS318', why))));
  }
  return found.map((each): Finish => ({ form: 'asyncio-names', ...each }));
}

/** Inside a coroutine both give the same loop; from 3.14 on only one of them is meant for it (§3.42). */
function askForRunningLoop({ module, python }: Facts): readonly Finish[] {
  const generators = atLeast(python, '3.11') ? findGeneratorCoroutines(module) : [];
  const calls = module
    .calls('asyncio.get_event_loop')
    .filter(({ node }) => isInCoroutine(node, module) || generators.includes(module.standing(node).owner));
  return calls.map((call) => {
    const { name, edits } = module.importing('asyncio.get_running_loop', call.node);
    return rewrite(call.node, 'ask for the running loop', [...edits, swap(call.function, name)]);
  });
}

function isInCoroutine(node: Node, module: Facts['module']): boolean {
  return module.standing(node).kind === 'async-function';
}

function dropLoopArguments({ module }: Facts): readonly Finish[] {
  return withoutLoopArguments(module).map(({ at, edits }) => rewrite(at, 'drop the `loop=` argument', edits));
}

const SWAPS: Readonly<Record<string, string>> = {
  'asyncio.create_task': 'asyncio.ensure_future',
  'asyncio.get_running_loop': 'asyncio.get_event_loop',
  'asyncio.Task.all_tasks': 'asyncio.all_tasks',
  'asyncio.Task.current_task': 'asyncio.current_task',
};

/** The same by the name that the chosen Python has for it, where that is known; else a report. */
function fitName(missing: MissingName, facts: Facts): Finish {
  const { module } = facts;
  const { node, name, kind, version } = missing;
  const why = diagnostic(node, kind === 'not-yet' ? 'LS316' : 'LS317', name, facts.python, version);
  const definition = name === 'asyncio.coroutine' ? writeAsyncDefOf(node, module) : undefined;
  if (definition !== undefined) return rewrite(node, 'write a native coroutine', definition);
  const other = SWAPS[name];
  const call = node.parent;
  const isPlain = call?.type === 'call' && node.field === 'function' && module.call(call).keywords.size === 0;
  if (other === undefined || !isPlain || !isInCoroutine(node, module)) return note(why);
  const { name: text, edits } = module.importing(other, node);
  return rewrite(node, `call it \`${other}\``, [...edits, swap(node, text)]);
}

/** `asyncio.get_event_loop()` where no loop runs, and none has been set: a RuntimeError from 3.14 on (§3.36). */
function findLooplessQuestions(outcomes: readonly Outcome[], { module }: Facts): readonly Diagnostic[] {
  const isSet = module.calls('asyncio.set_event_loop').some((call) => call.args[0]?.type !== 'none');
  if (isSet) return [];
  const converted = outcomes
    .filter(({ status }) => status === 'converted')
    .flatMap(({ site }) => site.loop?.makers ?? []);
  return module
    .calls('asyncio.get_event_loop')
    .filter(({ node }) => !converted.some((maker) => contains(maker, node)))
    .filter(({ node }) => !isGuarded(node, module) && !isMended(node, module) && !isUnderCoroutine(node))
    .map(({ node }) => diagnostic(node, 'LS315'));
}

function isUnderCoroutine(node: Node): boolean {
  return [...ancestors(node)].some(
    (up) => up.type === 'function_definition' && up.isAsync && contains(field(up, 'body') ?? up, node),
  );
}

/** Gives way where the code around it goes. */
function rewrite(at: Node, summary: string, edits: readonly Edit[]): Finish {
  const yielding = edits.map((edit): Edit => (edit.end > edit.start ? { ...edit, once: true, yields: true } : edit));
  return { form: 'asyncio-names', kind: 'draft', at, summary, draft: { edits: yielding } };
}

function swap(node: Node, text: string): Edit {
  return { start: node.start, end: node.end, text };
}

function note(each: Diagnostic): Finish {
  return { kind: 'note', note: each, ofCode: true };
}
