import type { Facts } from '../analysis/facts.js';
import { findLibraryLoops, holdsLoop } from '../analysis/library-loops.js';
import { isEntryPoint } from '../analysis/lifetime.js';
import { reachableFrom } from '../analysis/reach.js';
import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import { findNestAsyncio, type NestAsyncio } from '../forms/nest-asyncio.js';
import { findInstallLines } from '../forms/pip-line.js';
import { field, type Node } from '../python/node.js';
import { findRepetitions } from '../python/standing.js';
import { atLeast } from '../python/version.js';
import { contains, type Edit, lineBreak } from '../text.js';
import type { Finish, Outcome } from './target.js';

/**
 * Takes nest_asyncio away where nothing needs it any more, else says what does (rules 62-64). It goes when all of this holds:
 *
 * 1. Every run site of the file was converted, or is right where no loop can be run again. A site that is blocked, skipped or
 *    left out by `--from` keeps it (LS650); so does a file without a single site (LS652), since then nobody can tell what it serves.
 * 2. Nothing else in sight rests on it: a file under `%run` (LS653), a cell that cannot be read (LS658), a use of the
 *    package that is more than `apply()` (LS654).
 * 3. Every library that the file imports is known to run no loop inside a synchronous function: Python's own, aiohttp,
 *    httpx, pandas and their like. One known to do so keeps it (LS659); one that is not known keeps it unless --unsafe is given
 *    (LS651).
 * 4. Outside of a notebook: no site can be reached while a loop runs (LS650), and no two runs share anything that lives on
 *    one loop (LS655), since without nest_asyncio each run has its own (§8.3).
 *
 * What stays on Python 3.14 or later, or next to uvloop, is reported as broken in itself (LS656, LS657).
 */
export function finishNestAsyncio(outcomes: readonly Outcome[], facts: Facts): readonly Finish[] {
  const found = findNestAsyncio(facts.module);
  if (found === undefined) return [];
  const reason = found.obstacle ?? findReason(found, outcomes, facts);
  if (reason !== undefined) return stay(reason, found, outcomes, facts);
  const loops = findLibraryLoops(facts.module, convertedCalls(outcomes));
  const known = loops.known.length > 0 ? note(found, 'LS659', list(loops.known)) : undefined;
  if (known !== undefined) return stay(known, found, outcomes, facts);
  const unknown = loops.unknown.length > 0 ? note(found, 'LS651', list(loops.unknown)) : undefined;
  if (unknown !== undefined && !facts.settings.unsafe) return stay(unknown, found, outcomes, facts);
  const { removes, edits } = takeAway(found, facts);
  const summary = `remove \`${found.package}\``;
  const caution = unknown === undefined ? {} : { safety: 'unsafe' as const, caution: unknown };
  const draft = { edits, removes };
  const kept = keepWithoutLoop(found, outcomes, facts);
  const otherwise = kept.length > 0 ? { otherwise: { summary: KEPT, draft: { edits: kept } } } : {};
  return [{ form: 'nest-asyncio', kind: 'draft', at: found.at, summary, draft, ...caution, ...otherwise }];
}

const KEPT = 'apply to the running loop';

function findReason(found: NestAsyncio, outcomes: readonly Outcome[], facts: Facts): Diagnostic | undefined {
  const { module, settings, sites: all } = facts;
  if (all.length === 0) return note(found, 'LS652');
  const fine = new Set(outcomes.filter(isFine).map(({ site }) => site.node));
  // await main()   an await runs no loop: it has one, or is no Python
  const needing = all.find((site) => site.form !== 'await' && !fine.has(site.node));
  if (needing !== undefined) return note(found, 'LS650', lineOf(needing.extent.start, facts));
  const unread = module.faults.find(({ cell }) =>
    /async|loop|run|sync/i.test(module.document.code.slice(cell.start, cell.end)),
  );
  if (unread !== undefined) return note(found, 'LS658', lineOf(unread.cell.start, facts));
  const ran = findRunFile(facts);
  if (ran !== undefined) return note(found, 'LS653', ran);
  const runsLoop = settings.to === 'notebook' || settings.to === 'repl';
  return runsLoop ? undefined : (findNested(found, outcomes, facts) ?? findSharedLoop(found, outcomes, facts));
}

/** Converted, or kept because it is right without a loop that runs twice; what was left by hand still needs it. */
function isFine({ status, note: why }: Outcome): boolean {
  return status === 'converted' || (status === 'unchanged' && why?.code !== 'LS113' && why?.code !== 'LS115');
}

/** A run that a coroutine of this file may reach, or whose callers are not in sight, runs inside another one. */
function findNested(found: NestAsyncio, outcomes: readonly Outcome[], facts: Facts): Diagnostic | undefined {
  const { module } = facts;
  const coroutines = [...module.find('function_definition')].filter((definition) => definition.isAsync);
  const reached = coroutines.map((definition) => reachableFrom(definition, module));
  const nested = drives(outcomes).find(({ site: { standing, node } }) => {
    const { kind, owner } = standing;
    if (kind === 'module' || kind === 'main-guard' || kind === 'async-function') return false;
    if (kind !== 'function' || !isEntryPoint(owner, module)) return true;
    return reached.some((definitions) => definitions.has(owner)) || coroutines.some((each) => contains(each, node));
  });
  return nested && note(found, 'LS650', lineOf(nested.site.extent.start, facts));
}

const BOUND =
  /^asyncio\.(?:create_task|ensure_future|gather|wait|Queue|LifoQueue|PriorityQueue|Lock|Event|Semaphore|BoundedSemaphore|Condition|Barrier|Future|Task|start_server|start_unix_server|open_connection|create_subprocess_\w+|(?:get|new|set)_event_loop|get_running_loop)$/;

/** Two runs on one loop may share what lives on it: a queue, a client, a task that goes on. */
function findSharedLoop(found: NestAsyncio, outcomes: readonly Outcome[], facts: Facts): Diagnostic | undefined {
  const { module } = facts;
  const runs = new Map<number, Outcome>();
  const made = drives(outcomes);
  for (const each of made) runs.set(isOneLoop(each) ? each.group : -1 - runs.size, each);
  const again = ({ site }: Outcome) => site.standing.comprehensions.length > 0 || findRepetitions(site.node).length > 0;
  if (runs.size < 2 && !made.some((each) => !isOneLoop(each) && again(each))) return undefined;
  for (const node of module.find('call')) {
    const name = module.resolve(field(node, 'function') as Node);
    if (
      name === undefined ||
      made.some(({ site }) => site.node === node) ||
      found.calls.some((call) => call.node === node)
    )
      continue;
    const isOutside = module.standing(node).kind !== 'async-function';
    const shares = BOUND.test(name) ? isOutside || !/\.(?:gather|wait)$/.test(name) : isOutside && holdsLoop(name);
    const isApplied = found.calls.some((call) => contains(call.node, node));
    if (shares && !isApplied) return note(found, 'LS655', `\`${name}\``);
  }
  return undefined;
}

/** A `main()` and a `Runner` drive all of their group on one loop. */
function isOneLoop({ to }: Outcome): boolean {
  return to === 'main' || to === 'runner';
}

/** What drives a loop in the end: a site that became an await inside a coroutine does not. */
function drives(outcomes: readonly Outcome[]): readonly Outcome[] {
  return outcomes.filter(({ to, site }) => site.standing.kind !== 'async-function' && to !== 'await');
}

function stay(why: Diagnostic, found: NestAsyncio, outcomes: readonly Outcome[], facts: Facts): readonly Finish[] {
  const notes = [why];
  if (found.package === 'nest_asyncio' && atLeast(facts.python, '3.14'))
    notes.push(diagnostic(found.at, 'LS656', facts.python));
  const uses = facts.module.calls('uvloop.install').length > 0 || facts.module.calls('uvloop.run').length > 0;
  if (uses && facts.settings.to === 'script') notes.push(diagnostic(found.at, 'LS657'));
  const edits = keepWithoutLoop(found, outcomes, facts);
  const draft: Finish = { kind: 'draft', at: found.at, summary: KEPT, draft: { edits } };
  const told = notes.map((each): Finish => ({ form: 'nest-asyncio', kind: 'note', note: each }));
  return [...(edits.length > 0 ? [draft] : []), ...told];
}

/** `nest_asyncio.apply(loop)`, where `loop` went with its sites: without an argument it patches the loop that is running. */
function keepWithoutLoop(found: NestAsyncio, outcomes: readonly Outcome[], facts: Facts): readonly Edit[] {
  const gone = outcomes.flatMap(({ site, status }) => (status === 'converted' ? site.scaffolding : []));
  return found.calls.flatMap(({ args, keywords }): readonly Edit[] => {
    const given = args[0] ?? keywords.get('loop');
    const binding = given?.type === 'identifier' ? facts.module.scopes.bindingOf(given) : undefined;
    if (given === undefined || binding?.definitions.some(({ statement }) => gone.includes(statement)) !== true)
      return [];
    // apply(loop=loop)
    const { start, end } = given.field === 'value' && given.parent !== undefined ? given.parent : given;
    return [{ start, end, text: '' }];
  });
}

/** The statements, and the lines that install the package. */
function takeAway(found: NestAsyncio, { module }: Facts): { removes: readonly Node[]; edits: readonly Edit[] } {
  const removes: Node[] = [];
  const edits: Edit[] = [];
  for (const statement of found.removes) {
    const comments = [...module.find('comment', statement)].map((comment) => module.text(comment).trimEnd());
    // if 'google.colab' in sys.modules:  # Colab   what the comments say stays
    const stays = comments.length > 0 && statement.parent?.type === 'module';
    if (!stays) removes.push(statement);
    else
      edits.push({ start: statement.start, end: statement.end, text: comments.join(lineBreak(module.document.code)) });
  }
  for (const { statement, isOnly, edits: words, cell } of findInstallLines(module)) {
    if (found.removes.some((other) => contains(other, statement))) continue;
    if (!isOnly) edits.push(...words);
    else if (cell !== undefined) edits.push({ start: cell.start, end: cell.end, text: '' });
    else removes.push(statement);
  }
  return { removes, edits };
}

/** `%run helpers.py`, `%run other.ipynb` */
function findRunFile({ module }: Facts): string | undefined {
  return module.document.magics.find(({ name, kind }) => name === 'run' && kind !== 'shell')?.argument;
}

function convertedCalls(outcomes: readonly Outcome[]): readonly Node[] {
  return outcomes.filter(({ status }) => status === 'converted').map(({ site }) => site.node);
}

function note(found: NestAsyncio, code: Diagnostic['code'] & `LS65${number}`, ...data: readonly string[]): Diagnostic {
  return diagnostic(found.at, code as 'LS650', found.package, ...data);
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `\`${name}\``);
  return names.length > 3 ? `${shown.join(', ')} and others` : shown.join(', ');
}

function lineOf(offset: number, { module }: Facts): string {
  const { line, cell } = module.document.locate(offset);
  return cell === undefined ? `${line}` : `${line} of cell ${cell}`;
}
