import { diagnostic } from '../diagnostics.js';
import { codeLineStarts, insertAt } from '../edits.js';
import type { Diagnostic } from '../findings.js';
import { getReturns } from '../python/classes.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import type { Binding } from '../python/scopes.js';
import { enclosingFunction } from '../python/standing.js';
import { atLeast, type PythonVersion } from '../python/version.js';
import { contains, type Edit, indentation, lineEnd } from '../text.js';
import type { Draft } from './form.js';
import { blankLinesAbove, layoutOf, linesOf, startsLine } from './layout.js';
import { freshMainName } from './main.js';

/**
 * The rest of a sync function as a coroutine of its own, which the function runs: for `await`, `async with` and `async for`
 * that stand there, a SyntaxError everywhere.
 *
 *     def load(url):                        def load(url):
 *         async with open_url(url) as f:        async def main():
 *             return await f.read()                 async with open_url(url) as f:
 *                                                       return await f.read()
 *
 *                                               return asyncio.run(main())
 *
 * @param first the first statement of the body that needs a loop; it and all behind it move
 */
export function writeInnerBody(owner: Node, first: Node, module: Module, python: PythonVersion): Draft | Diagnostic {
  const body = field(owner, 'body') as Node;
  const moved = body.children.filter((child) => child.type !== 'comment' && child.start >= first.start);
  const last = moved[moved.length - 1] as Node;
  const obstacle = findObstacle(owner, moved, module);
  if (obstacle !== undefined) return obstacle;
  const { code } = module.document;
  const { eol, unit } = layoutOf(module);
  const name = freshMainName(module);
  const asyncio = module.importing('asyncio', first);
  const driver = atLeast(python, '3.7') ? 'run' : 'get_event_loop().run_until_complete';
  const gives = getReturns(owner).some((value) => value !== undefined && moved.some((it) => contains(it, value)));
  const run = `${gives ? 'return ' : ''}${asyncio.name}.${driver}(${name}())`;
  const ownLine = startsLine(code, first.start);
  const indent = ownLine ? indentation(code, first.start) : indentation(code, owner.start) + unit;
  const declared = declarations(owner, moved, module)
    .map((line) => indent + unit + line + eol)
    .join('');
  const head = `async def ${name}():${eol}${declared}`;
  const end = lastLine(last.end, code);
  const foot = `${eol}${eol}${indent}${run}`;
  if (!ownLine) {
    // def f(): return await x()
    const text = `${eol}${indent}${head}${indent}${unit}`;
    const start = first.start - (/[ \t]*$/.exec(code.slice(0, first.start))?.[0].length ?? 0);
    return { edits: [...asyncio.edits, { start, end: first.start, text }, insertAt(end, foot)] };
  }
  const { start } = linesOf(first, module);
  const opens = body.children.every((child) => child.type === 'comment' || child.start >= first.start);
  const lines = codeLineStarts(module, { start, end }).filter((at) => code.slice(at, lineEnd(code, at)).trim() !== '');
  return {
    edits: [
      ...asyncio.edits,
      insertAt(start, `${opens || blankLinesAbove(start, module) > 0 ? '' : eol}${indent}${head}${unit}`),
      ...lines.filter((at) => at > start).map((at): Edit => ({ ...insertAt(at, unit), yields: true })),
      insertAt(end, foot),
    ],
  };
}

/** Behind the last character of a statement's line. */
function lastLine(offset: number, code: string): number {
  const end = lineEnd(code, offset);
  return end - (/\r?\n$/.exec(code.slice(offset, end))?.[0].length ?? 0);
}

/** Names that the function has bound before, or has declared global: the coroutine binds the same ones. */
function declarations(owner: Node, moved: readonly Node[], module: Module): readonly string[] {
  const inside = (node: Node) => moved.some((statement) => contains(statement, node));
  const rebound = ownBindings(owner, module).filter((binding) => {
    const definitions = binding.definitions.map(({ node }) => node);
    return (
      definitions.some((node) => inside(node) && isDirect(node, owner)) && definitions.some((node) => !inside(node))
    );
  });
  const lines = rebound.length === 0 ? [] : [`nonlocal ${rebound.map(({ name }) => name).join(', ')}`];
  for (const type of ['global_statement', 'nonlocal_statement']) {
    const names = [...module.find(type, owner)]
      .filter((node) => !inside(node) && enclosingFunction(node) === owner)
      .flatMap((node) => node.children.map((child) => module.text(child)))
      .filter((name) => moved.some((statement) => bindsName(statement, name, module)));
    if (names.length > 0) lines.push(`${type === 'global_statement' ? 'global' : 'nonlocal'} ${names.join(', ')}`);
  }
  return lines;
}

function bindsName(statement: Node, name: string, module: Module): boolean {
  return module.scopes.scopes.some((scope) =>
    (scope.bindings.get(name)?.definitions ?? []).some(({ node }) => contains(statement, node)),
  );
}

function ownBindings(owner: Node, module: Module): readonly Binding[] {
  return module.scopes.scopes.filter((scope) => scope.node === owner).flatMap((scope) => [...scope.bindings.values()]);
}

function isDirect(node: Node, owner: Node): boolean {
  return enclosingFunction(node) === owner;
}

/** What cannot move from a function into one inside of it. */
function findObstacle(owner: Node, moved: readonly Node[], module: Module): Diagnostic | undefined {
  const inside = (node: Node) => moved.some((statement) => contains(statement, node));
  for (const call of moved.flatMap((statement) => [...module.find('call', statement)])) {
    const name = module.resolve(field(call, 'function') as Node) ?? '';
    if (/^builtins\.(?:super|locals|vars|dir|exec|eval)$/.test(name) && module.call(call).args.length === 0) {
      return diagnostic(call, 'LS701', 'a coroutine', module.text(call));
    }
    if (/^builtins\.(?:exec|eval)$/.test(name)) return diagnostic(call, 'LS701', 'a coroutine', module.text(call));
  }
  // def later(): return value   stands in front, and reads what the coroutine would bind for itself
  for (const binding of ownBindings(owner, module)) {
    const moves = binding.definitions.length > 0 && binding.definitions.every(({ node }) => inside(node));
    const left = moves ? binding.references.find((use) => !inside(use)) : undefined;
    if (left !== undefined) return diagnostic(left, 'LS701', 'a coroutine', module.text(left));
  }
  return undefined;
}
