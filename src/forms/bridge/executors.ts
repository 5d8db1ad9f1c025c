import { diagnostic } from '../../diagnostics.js';
import { unwrapBlock } from '../../edits.js';
import type { Module } from '../../python/module.js';
import { field, type Node, statementOf, unparenthesized } from '../../python/node.js';
import type { Binding, Definition } from '../../python/scopes.js';
import { contains, type Edit } from '../../text.js';
import { findHandedOn, findSubmitted } from '../drive.js';
import type { RunSite } from '../form.js';
import { makeSite } from '../site.js';

/**
 * An executor that is handed `asyncio.run`, and waited for on the spot.
 *
 *     with ThreadPoolExecutor() as pool:
 *         result = pool.submit(asyncio.run, main()).result()     →  result = await main()
 *
 *     future = pool.submit(asyncio.run, main())
 *     result = future.result()                                   →  result = await main()
 */
export function* findExecutorBridges(module: Module): Iterable<RunSite> {
  for (const { node, function: callee } of module.methodCalls('submit')) {
    const coroutine = findSubmitted(node, module);
    const executor = coroutine && findExecutor(field(callee, 'object') as Node, module);
    if (coroutine === undefined || executor === undefined) continue;
    const waited = findWait(node, module) ?? findLaterWait(node, module);
    if (waited === undefined) continue;
    const { site, edits } = waited;
    const scaffolding = executor.unwraps(node) ?? [];
    yield makeSite('bridge', site, coroutine, module, {
      usage: waited.usage,
      portable: 'waits',
      extent: waited.extent,
      around: [...edits, ...scaffolding],
      prunes: executor.prunes,
      options: waited.options,
      claims: [node, site, ...module.find('call', node), ...findHandedOn(node, module)].filter(
        (each) => !(each.start >= coroutine.start && each.end <= coroutine.end),
      ),
      ...(waited.timed && { obstacle: diagnostic(site, 'LS207', 'timeout') }),
    });
  }
}

interface Executor {
  /** Edits that take the `with` away where the submitted call is all that uses it. */
  unwraps(submit: Node): readonly Edit[] | undefined;
  readonly prunes: readonly Node[];
}

const EXECUTOR = /^concurrent\.futures\.(?:thread\.)?ThreadPoolExecutor$/;

/** `ThreadPoolExecutor(…)`, or a name that nothing but one is bound to. */
function findExecutor(receiver: Node, module: Module): Executor | undefined {
  const node = unparenthesized(receiver);
  if (isExecutor(node, module)) return { unwraps: () => undefined, prunes: [] };
  const binding = node.type === 'identifier' ? module.scopes.bindingOf(node) : undefined;
  if (binding === undefined || binding.definitions.length === 0) return undefined;
  const isMade = ({ value }: Definition) => value !== undefined && isExecutor(value, module);
  if (!binding.definitions.every(isMade)) return undefined;
  return {
    unwraps: (submit) => unwrapWith(binding, submit, module),
    prunes: binding.definitions.filter(({ kind }) => kind === 'assignment').map(({ statement }) => statement),
  };
}

function isExecutor(node: Node, module: Module): boolean {
  const bare = unparenthesized(node);
  return bare.type === 'call' && EXECUTOR.test(module.resolve(field(bare, 'function') as Node) ?? '');
}

/** `with ThreadPoolExecutor() as pool:`, where the site is all that uses it. */
function unwrapWith(binding: Binding, submit: Node, module: Module): readonly Edit[] | undefined {
  const definition = binding.definitions.find(({ kind, statement }) => kind === 'as' && contains(statement, submit));
  const statement = definition?.statement;
  const body = field(statement, 'body');
  if (statement === undefined || body === undefined) return undefined;
  const clause = statement.children.find((child) => child.type === 'with_clause');
  const items = clause?.children.filter((child) => child.type !== 'comment');
  const uses = binding.references.filter((read) => contains(statement, read));
  return items?.length === 1 && uses.length === 1 ? unwrapBlock(module, statement, body) : undefined;
}

interface Wait {
  /** What a rewrite replaces. */
  readonly site: Node;
  readonly usage: RunSite['usage'];
  readonly edits: readonly Edit[];
  readonly extent: { readonly start: number; readonly end: number };
  readonly options: RunSite['options'];
  readonly timed: boolean;
}

/** `pool.submit(…).result()`. */
function findWait(submit: Node, module: Module): Wait | undefined {
  const { parent } = submit;
  const call = parent?.parent;
  if (parent?.type !== 'attribute' || submit.field !== 'object' || call?.type !== 'call' || parent.field !== 'function')
    return undefined;
  if (module.text(field(parent, 'attribute') as Node) !== 'result') return undefined;
  const { args, keywords } = module.call(call);
  const usage = call.parent?.type === 'expression_statement' ? 'statement' : 'value';
  return { site: call, usage, edits: [], extent: call, options: new Map(), timed: args.length + keywords.size > 0 };
}

/** Heads that nothing is evaluated in before the value: `return …`, `x = …`, `print(…`. */
const HEAD = /^(?:return |[A-Za-z_][\w.]*(?:\[["']\w+["']\])? = |print\()?$/;

/**
 * `future = pool.submit(…)`, and in the very next statement `future.result()`, its one use. The head and the tail of that
 * statement move to where the coroutine stands.
 */
function findLaterWait(submit: Node, module: Module): Wait | undefined {
  const assignment = submit.parent;
  const target = assignment?.type === 'assignment' ? field(assignment, 'left') : undefined;
  const binding = target?.type === 'identifier' ? module.scopes.bindingOf(target) : undefined;
  if (target === undefined || binding === undefined) return undefined;
  const statement = statementOf(submit);
  const rebound = binding.definitions.find(({ node }) => node.start > target.start)?.node.start ?? Number.MAX_VALUE;
  const [read, more] = binding.references.filter((each) => each.start > target.start && each.start < rebound);
  if (read === undefined || more !== undefined) return undefined;
  const siblings = statement.parent?.children ?? [];
  const next = siblings[siblings.indexOf(statement) + 1];
  const call = read.parent?.parent;
  if (next === undefined || statementOf(read) !== next || call?.type !== 'call' || read.parent?.type !== 'attribute')
    return undefined;
  if (module.text(call) !== `${binding.name}.result()`) return undefined;
  const head = module.text({ start: next.start, end: call.start });
  const tail = module.text({ start: call.end, end: next.end });
  // future.result().name   would hang on the coroutine
  if (!HEAD.test(head) || !/^\)*$/.test(tail)) return undefined;
  const edits: Edit[] = [
    { start: statement.start, end: submit.start, text: head },
    { start: submit.end, end: next.end, text: tail },
  ];
  const usage = next.children[0] === call ? 'statement' : 'value';
  return {
    site: submit,
    usage,
    edits,
    extent: { start: statement.start, end: next.end },
    options: new Map(),
    timed: false,
  };
}
