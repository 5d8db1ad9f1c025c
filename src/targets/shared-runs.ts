import { isKnownCall } from '../analysis/alone.js';
import { kindOfAwaitable } from '../analysis/awaitables.js';
import type { Facts } from '../analysis/facts.js';
import type { Group } from '../analysis/groups.js';
import { findLoopNeed } from '../analysis/loop-needs.js';
import { reachableFrom } from '../analysis/reach.js';
import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { RunSite } from '../forms/form.js';
import { runner } from '../forms/runner.js';
import { type Wrapped, writeSharedRuns } from '../forms/shared-runs.js';
import { namesBoundBy } from '../python/globals.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { enclosingFunction } from '../python/standing.js';
import { atLeast } from '../python/version.js';
import { contains, lineStart } from '../text.js';
import { findAwaitObstacle, findOtherRunner } from './legality.js';
import type { Together } from './target.js';

/**
 * Sites that share a loop but stay where they stand: cells of a notebook, and names that are reached dynamically.
 *
 * @param makers statements that make what a site waits for
 */
export function shareOneLoop(group: Group, makers: readonly Node[], facts: Facts): Together {
  const { module, python } = facts;
  const direct: RunSite[] = [];
  const wrapped: Wrapped[] = [];
  const started: Node[] = [];
  // The loop that is made below 3.10 is the current one, and what is bound where it is made binds to it
  const settled = atLeast(python, '3.10') ? python : '3.10';
  const makes = (statement: Node) => makers.some((maker) => contains(statement, maker));
  let first: Node | undefined;
  for (const root of module.roots) {
    let open: Node[] = [];
    const close = () => {
      if (open.length > 0) wrapped.push(wrap(open, root, module));
      open = [];
    };
    for (const row of rowsOf(root, module)) {
      const sites = group.sites.filter((site) => row.some((statement) => contains(statement, site.extent)));
      const starters = row.flatMap((statement) => startersIn(statement, module));
      const need = row.some((statement) => findLoopNeed(statement, module, settled, starters) !== undefined);
      const binds = row.some((statement) => findLoopNeed(statement, module, python) !== undefined);
      if (sites.length > 0 || row.some(makes) || binds) first ??= row[0];
      const plain = !need && (starters.length > 0 || !row.some(makes)) && sites.every((site) => isPlain(site, module));
      if (plain) {
        close();
        direct.push(...sites);
        started.push(...starters);
      } else open.push(...row);
    }
    close();
  }
  const refusal = findRefusal(wrapped, group.sites, facts);
  if (refusal !== undefined) return refusal;
  const start = first ?? (group.sites[0] as RunSite).node;
  const draft = writeSharedRuns({ first: start, sites: direct, started, wrapped }, module, python);
  return { kind: 'write', form: runner, summary: 'drive what shares a loop with one runner', draft };
}

/** Statements that share a line go the same way. */
function rowsOf(root: Node, module: Module): readonly (readonly Node[])[] {
  const { code } = module.document;
  const rows: Node[][] = [];
  for (const statement of root.children) {
    if (statement.type === 'comment') continue;
    const row = rows[rows.length - 1];
    const before = row?.[row.length - 1];
    if (row !== undefined && before !== undefined && before.end > lineStart(code, statement.start)) row.push(statement);
    else rows.push([statement]);
  }
  return rows;
}

/** Tasks that the loop can be given without running it: in a coroutine they would make their first step at once. */
function startersIn(statement: Node, module: Module): readonly Node[] {
  return [...module.find('call', statement)].filter((call) => isStart(call, module));
}

function isStart(call: Node, module: Module): boolean {
  const { function: callee, args } = module.call(call);
  if (
    enclosingFunction(call) !== undefined ||
    !/^asyncio\.(?:create_task|ensure_future)$/.test(module.resolve(callee) ?? '')
  )
    return false;
  return args[0] !== undefined && kindOfAwaitable(args[0], module) === 'coroutine';
}

function isPlain(site: RunSite, module: Module): boolean {
  return (site.usage === 'value' || site.usage === 'statement') && isKnownCall(site, module);
}

function wrap(statements: readonly Node[], root: Node, module: Module): Wrapped {
  const last = statements[statements.length - 1] as Node;
  const isLast = root.children.every((child) => child.type === 'comment' || child.start <= last.start);
  const value = last.type === 'expression_statement' ? last.children[0] : undefined;
  const silent = value === undefined || /assignment$/.test(value.type) || last.children.length > 1;
  const behind = module.document.code.slice(last.end, root.end).trimStart();
  const isShown =
    module.document.format === 'notebook' &&
    isLast &&
    !silent &&
    !behind.startsWith(';') &&
    !sharesLine(last, statements, module);
  return { statements, globals: [...namesBoundBy(module, statements)], isShown };
}

/** `a = 1; await b`: a `return` fits in front of the last one all the same, but reads like a mistake. */
function sharesLine(last: Node, statements: readonly Node[], module: Module): boolean {
  const start = lineStart(module.document.code, last.start);
  return statements.some((statement) => statement !== last && statement.end > start);
}

const LOCAL_VIEWS = /^builtins\.(?:exec|eval|locals|vars|dir)$/;

function findRefusal(wrapped: readonly Wrapped[], sites: readonly RunSite[], facts: Facts): Together | undefined {
  const { module } = facts;
  const statements = wrapped.flatMap((each) => each.statements);
  for (const statement of statements) {
    const star = module.scopes.starImports.find((node) => contains(statement, node));
    if (star !== undefined) return { kind: 'refuse', why: diagnostic(star, 'LS702', module.text(star)) };
    for (const call of module.find('call', statement)) {
      const name = module.resolve(field(call, 'function') as Node);
      if (name === undefined || !LOCAL_VIEWS.test(name)) continue;
      return {
        kind: 'refuse',
        why: diagnostic(call, 'LS701', 'a coroutine', module.text(call).split('\n')[0] as string),
      };
    }
  }
  const inner = facts.sites.find((site) => site.form !== 'await' && runsInside(site, statements, module));
  if (inner !== undefined) return { kind: 'refuse', why: diagnostic(inner.extent, 'LS705', 'a coroutine') };
  for (const site of sites) {
    const other = findOtherRunner(site, facts) ?? findAwaitObstacle(site, facts);
    if (other !== undefined && other.code !== 'LS206' && other.code !== 'LS215') {
      return { kind: 'refuse', why: other, culprit: site };
    }
    const inside = statements.some((statement) => contains(statement, site.extent));
    const why: Diagnostic | undefined = inside
      ? (findMagic(site, module) ?? findAwaitObstacle(site, facts))
      : undefined;
    if (why !== undefined) return { kind: 'refuse', why, culprit: site };
  }
  return undefined;
}

/** A site that starts a loop of its own would do so inside of the running one. */
function runsInside(site: RunSite, statements: readonly Node[], module: Module): boolean {
  const { kind, owner } = site.standing;
  if (kind !== 'function') return kind !== 'async-function' && statements.some((each) => contains(each, site.extent));
  return statements.some((statement) => reachableFrom(statement, module).has(owner));
}

/** `%time await f()` in a statement that moves into a coroutine. */
function findMagic(site: RunSite, module: Module): Diagnostic | undefined {
  const magic = module.document.magicAt(site.node.start);
  return magic?.kind === 'line' ? diagnostic(site.extent, 'LS501', `%${magic.name}`) : undefined;
}
