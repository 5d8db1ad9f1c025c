import { removeArgument } from '../edits.js';
import type { Module } from '../python/module.js';
import { ancestors, field, type Node } from '../python/node.js';
import { type Edit, indentation, lineBreak, lineStart } from '../text.js';

/** Uses of a loop variable, given the running loop where a coroutine holds them. */
export interface RunningLoop {
  readonly edits: readonly Edit[];
  /** Uses outside of every coroutine: no loop runs there. */
  readonly rest: readonly Node[];
}

/**
 * Inside a coroutine the loop is the one that runs it (rule 36).
 *
 *     await asyncio.sleep(1, loop=loop)      →  await asyncio.sleep(1)
 *     loop.create_task(bg())                 →  asyncio.create_task(bg())
 *     await loop.run_in_executor(None, f)    →  await asyncio.get_running_loop().run_in_executor(None, f)
 *     two and more of them                   →  loop = asyncio.get_running_loop()   as the first statement
 */
export function useRunningLoop(reads: readonly Node[], module: Module): RunningLoop {
  const edits: Edit[] = [];
  const rest: Node[] = [];
  const byOwner = new Map<Node, Node[]>();
  for (const read of reads) {
    const owner = [...ancestors(read)].find((up) => up.type === 'function_definition' && up.isAsync);
    if (owner === undefined || !isInBody(read, owner)) rest.push(read);
    else byOwner.set(owner, [...(byOwner.get(owner) ?? []), read]);
  }
  for (const [owner, own] of byOwner) {
    const dropped = own.filter((read) => findNeedlessArgument(read, module) !== undefined);
    edits.push(...dropped.flatMap((read) => dropNeedless(read, module)));
    const others = own.filter((read) => !dropped.includes(read));
    const isDirect = others.every((read) => module.standing(read).owner === owner);
    const place = findBodyStart(owner, module);
    if (others.length === 0) continue;
    // self.loop   a method has a name for it already, but it is not the running loop's
    const isName = others.every((read) => read.type === 'identifier');
    if ((others.length > 1 || !isDirect) && isName && place !== undefined)
      edits.push(...nameOnce(others, place, module));
    else if (isDirect) edits.push(...others.flatMap((read) => replaceRead(read, module)));
    else rest.push(...others);
  }
  return { edits, rest };
}

/** One use on the spot: `asyncio.get_running_loop()` in place of the name. */
export function replaceRead(read: Node, module: Module): readonly Edit[] {
  const method =
    read.parent?.type === 'attribute' && read.field === 'object' ? field(read.parent, 'attribute') : undefined;
  const isTask = method !== undefined && module.text(method) === 'create_task';
  const asyncio = module.importing('asyncio', read);
  const text = isTask ? asyncio.name : `${asyncio.name}.get_running_loop()`;
  return [...asyncio.edits, { start: read.start, end: read.end, text }];
}

/**
 * The argument that says what is so without it: `loop=loop` of one of asyncio's own functions (§9.8), and the loop that
 * nest_asyncio patches.
 */
export function findNeedlessArgument(read: Node, module: Module): Node | undefined {
  const argument = read.parent?.type === 'keyword_argument' ? read.parent : read;
  const callee = argument.parent?.type === 'argument_list' ? field(argument.parent.parent, 'function') : undefined;
  if (callee === undefined) return undefined;
  const name = module.resolve(callee) ?? '';
  if (/^nest_asyncio2?\.apply$/.test(name)) return argument;
  const isLoop = argument !== read && module.text(field(argument, 'name') as Node) === 'loop';
  return isLoop && /^asyncio\.[a-zA-Z]\w*$/.test(name) ? argument : undefined;
}

export function dropNeedless(read: Node, module: Module): readonly Edit[] {
  const argument = findNeedlessArgument(read, module);
  return argument === undefined ? [] : removeArgument(module, argument);
}

function nameOnce(reads: readonly Node[], place: Node, module: Module): readonly Edit[] {
  const { code } = module.document;
  const asyncio = module.importing('asyncio', reads[0] as Node);
  const start = lineStart(code, place.start);
  const name = module.text(reads[0] as Node);
  const text = `${indentation(code, place.start)}${name} = ${asyncio.name}.get_running_loop()${lineBreak(code)}`;
  return [...asyncio.edits, { start, end: start, text, once: true }];
}

/** The first statement behind the docstring, where it opens a line. */
function findBodyStart(definition: Node, module: Module): Node | undefined {
  const body = field(definition, 'body');
  const statements = body?.children.filter((child) => child.type !== 'comment') ?? [];
  const isDocstring = statements[0]?.type === 'expression_statement' && statements[0].children[0]?.type === 'string';
  const first = statements[isDocstring && statements.length > 1 ? 1 : 0];
  if (first === undefined) return undefined;
  const { code } = module.document;
  return code.slice(lineStart(code, first.start), first.start).trim() === '' ? first : undefined;
}

function isInBody(node: Node, definition: Node): boolean {
  const body = field(definition, 'body');
  return body !== undefined && body.start <= node.start && node.end <= body.end;
}
