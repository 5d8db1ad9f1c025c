import type { Module } from '../../python/module.js';
import { field, type Node, statementOf } from '../../python/node.js';
import { contains, type Edit } from '../../text.js';
import { findDrives, findHandedOn } from '../drive.js';
import type { RunSite } from '../form.js';
import { makeSite } from '../site.js';

/**
 * A thread that is started and joined at once, and hands its value over in a box: one site.
 *
 *     box = {}
 *     def work():
 *         box["value"] = asyncio.run(main())
 *     thread = threading.Thread(target=work)
 *     thread.start()
 *     thread.join()
 *     print(box["value"])                        →  print(await main())
 *
 *     thread = threading.Thread(target=asyncio.run, args=(main(),))
 *     thread.start()
 *     thread.join()                              →  await main()
 */
export function* findThreadBridges(module: Module): Iterable<RunSite> {
  for (const { node } of module.calls('threading.Thread')) {
    const joined = findJoined(node, module);
    if (joined === undefined) continue;
    const site = ofArguments(node, joined, module) ?? ofWorker(node, joined, module);
    if (site !== undefined) yield site;
  }
}

/** `thread = Thread(…)`, `thread.start()`, `thread.join()`, one behind the other, and nothing else done with it. */
interface Joined {
  readonly made: Node;
  readonly join: Node;
}

function findJoined(call: Node, module: Module): Joined | undefined {
  const target = call.parent?.type === 'assignment' ? field(call.parent, 'left') : undefined;
  const binding = target?.type === 'identifier' ? module.scopes.bindingOf(target) : undefined;
  const made = statementOf(call);
  const [start, join] = siblingsBehind(made);
  if (binding === undefined || start === undefined || join === undefined) return undefined;
  const isOwn = binding.definitions.length === 1 && binding.references.length === 2;
  const isPlain = module.text(start) === `${binding.name}.start()` && module.text(join) === `${binding.name}.join()`;
  return isOwn && isPlain ? { made, join } : undefined;
}

/** `Thread(target=asyncio.run, args=(X,))`. */
function ofArguments(call: Node, { made, join }: Joined, module: Module): RunSite | undefined {
  const [drive] = findDrives(call, module).filter((each) => each.node === call);
  const { keywords, args } = module.call(call);
  const isPlain = args.length === 0 && [...keywords.keys()].every((name) => /^(?:target|args|daemon)$/.test(name));
  if (drive?.coroutine === undefined || !isPlain) return undefined;
  return makeSite('bridge', call, drive.coroutine, module, {
    usage: 'statement',
    portable: 'waits',
    extent: { start: made.start, end: join.end },
    around: [
      { start: made.start, end: call.start, text: '' },
      { start: call.end, end: join.end, text: '' },
    ],
    claims: claimsOf([made, ...siblingsBehind(made).slice(0, 2)], drive.coroutine, module),
  });
}

/** Heads that nothing is evaluated in before the value. */
const HEAD = /^(?:return |[A-Za-z_]\w* = |print\()?$/;

/** `Thread(target=work)`, where `work` does nothing but fill a box that is read once, right behind. */
function ofWorker(call: Node, { made, join }: Joined, module: Module): RunSite | undefined {
  const { keywords, args } = module.call(call);
  const target = keywords.get('target');
  const isPlain = args.length === 0 && [...keywords.keys()].every((name) => /^(?:target|daemon)$/.test(name));
  const worker = target?.type === 'identifier' ? module.scopes.bindingOf(target) : undefined;
  const definition = worker?.definitions[0]?.statement;
  if (!isPlain || worker?.definitions.length !== 1 || worker.references.length !== 1) return undefined;
  if (definition === undefined || definition.type !== 'function_definition' || definition.isAsync) return undefined;
  const filled = findFilled(definition, module);
  const [use] = siblingsBehind(join);
  if (filled === undefined || use === undefined) return undefined;
  const binding = module.scopes.bindingOf(filled.box);
  const [box] = binding?.definitions ?? [];
  const [read, more] = binding?.references.filter((each) => each !== filled.box) ?? [];
  if (binding?.definitions.length !== 1 || box === undefined || read === undefined || more !== undefined)
    return undefined;
  const value = read.parent?.type === 'subscript' ? read.parent : undefined;
  const statements = [box.statement, definition, made];
  if (value === undefined || !contains(use, value) || !areNeighbours(statements)) return undefined;
  if (!/^(?:\{\}|\[\]|dict\(\)|list\(\))$/.test(module.text(box.value ?? box.node))) return undefined;
  const head = module.text({ start: use.start, end: value.start });
  const tail = module.text({ start: value.end, end: use.end });
  if (!HEAD.test(head) || !/^\)*$/.test(tail)) return undefined;
  const edits: Edit[] = [
    { start: box.statement.start, end: filled.run.start, text: head },
    { start: filled.run.end, end: use.end, text: tail },
  ];
  return makeSite('bridge', filled.run, filled.coroutine, module, {
    usage: 'value',
    place: made,
    standing: module.standing(made),
    portable: 'waits',
    extent: { start: box.statement.start, end: use.end },
    around: edits,
    claims: claimsOf([definition, ...statements, ...siblingsBehind(made).slice(0, 2)], filled.coroutine, module),
  });
}

interface Filled {
  readonly box: Node;
  readonly run: Node;
  readonly coroutine: Node;
}

/** `box["value"] = asyncio.run(X)`, `box.append(asyncio.run(X))`: all that the worker does. */
function findFilled(definition: Node, module: Module): Filled | undefined {
  const parameters = field(definition, 'parameters')?.children ?? [];
  const [only, more] = field(definition, 'body')?.children ?? [];
  const inner = only?.type === 'expression_statement' ? only.children[0] : undefined;
  if (parameters.length > 0 || more !== undefined || inner === undefined) return undefined;
  const [drive, another] = findDrives(inner, module);
  if (drive?.kind !== 'run' || drive.coroutine === undefined || another !== undefined) return undefined;
  const call = module.call(drive.node);
  if (call.keywords.size > 0 || call.unpacks) return undefined;
  const found = { run: drive.node, coroutine: drive.coroutine };
  if (inner.type === 'assignment' && field(inner, 'right') === drive.node) {
    const target = field(inner, 'left');
    const box = target?.type === 'subscript' ? field(target, 'value') : undefined;
    return box?.type === 'identifier' ? { box, ...found } : undefined;
  }
  if (inner.type !== 'call' || module.call(inner).args[0] !== drive.node) return undefined;
  const callee = field(inner, 'function') as Node;
  const box = callee.type === 'attribute' ? field(callee, 'object') : undefined;
  const appends = callee.type === 'attribute' && module.text(field(callee, 'attribute') as Node) === 'append';
  return appends && box?.type === 'identifier' ? { box, ...found } : undefined;
}

function siblingsBehind(statement: Node): readonly Node[] {
  const siblings = statement.parent?.children ?? [];
  return siblings.slice(siblings.indexOf(statement) + 1);
}

function areNeighbours(statements: readonly Node[]): boolean {
  return statements.every((each, index) => index === 0 || siblingsBehind(statements[index - 1] as Node)[0] === each);
}

function claimsOf(statements: readonly Node[], coroutine: Node, module: Module): readonly Node[] {
  return statements
    .flatMap((statement) => [...module.find('call', statement), ...findHandedOn(statement, module)])
    .filter((node) => !contains(coroutine, node));
}
