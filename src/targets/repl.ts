import type { Facts } from '../analysis/facts.js';
import { diagnostic } from '../diagnostics.js';
import type { Module } from '../python/module.js';
import type { Node } from '../python/node.js';
import { atLeast } from '../python/version.js';
import { lineStart } from '../text.js';
import { fitAsyncioNames } from './asyncio-names.js';
import { findTasksOfBridges, findTasksThatGoOn } from './left-tasks.js';
import { finishNestAsyncio } from './nest-asyncio.js';
import { chooseForNotebook, tiesForNotebook } from './notebook.js';
import { findNotes } from './notes.js';
import type { Finish, Target } from './target.js';

/**
 * Text that is pasted or piped into `python -m asyncio`. Sites become what they become in a notebook; the layout is the
 * user's, so what the REPL would not take is said, not mended (semantics.md §10, rules 65, 66):
 *
 *     for x in y:          from 3.13 on, piped: every line is compiled on its own (LS509); at a terminal it works
 *         await f(x)
 *     print(x)             until 3.12: a statement right behind a block is a SyntaxError (LS510)
 */
export const repl: Target = {
  name: 'repl',
  summary: '`python -m asyncio` (3.8 and later): a loop is running, inputs may await',
  since: '3.8',
  choose(site, facts) {
    if (!atLeast(facts.python, repl.since)) {
      return { kind: 'refuse', why: diagnostic(site.extent, 'LS508', facts.python) };
    }
    return chooseForNotebook(site, facts);
  },
  ties: tiesForNotebook,
  finish: (outcomes, facts) => [
    ...finishNestAsyncio(outcomes, facts),
    ...fitAsyncioNames(outcomes, facts),
    ...findTasksThatGoOn(outcomes, facts),
    ...findTasksOfBridges(outcomes, facts),
    ...findNotes(facts),
    ...findShapes(facts),
  ],
};

function findShapes({ module, python, sites, settings }: Facts): readonly Finish[] {
  if (settings.from !== undefined || sites.length === 0 || !atLeast(python, repl.since)) return [];
  const statements = module.roots.flatMap((root) => root.children).filter((node) => node.type !== 'comment');
  const isNew = atLeast(python, '3.13');
  const at = statements.find((statement) =>
    isNew ? spansLines(statement, module) : findBlankTrouble(statement, module),
  );
  if (at === undefined) return [];
  const line = `${module.document.locate(at.start).line}`;
  return [{ kind: 'note', note: diagnostic(at, isNew ? 'LS509' : 'LS510', python, line) }];
}

function spansLines(statement: Node, module: Module): boolean {
  return /\n/.test(module.text(statement));
}

/** A block with a blank line inside, or without one behind. Brackets and strings may hold as many as they like. */
function findBlankTrouble(statement: Node, module: Module): boolean {
  if (!isBlock(statement) || !spansLines(statement, module)) return false;
  const { code } = module.document;
  for (const { index } of module.text(statement).matchAll(/\n[ \t]*(?=\r?\n)/g)) {
    if (!isInsideToken(statement, statement.start + index + 1)) return true;
  }
  const siblings = statement.parent?.children ?? [];
  const next = siblings[siblings.indexOf(statement) + 1];
  return next !== undefined && !/\n[ \t]*\r?\n/.test(code.slice(statement.end, lineStart(code, next.start)));
}

function isBlock({ type }: Node): boolean {
  return (
    type === 'decorated_definition' || type.endsWith('_definition') || /^(?:if|for|while|try|with|match)_/.test(type)
  );
}

const HOLDS_LINES =
  /^(?:string|argument_list|parameters|parenthesized_expression|tuple|list|dictionary|set|\w+_comprehension|generator_expression|subscript)$/;

function isInsideToken(statement: Node, offset: number): boolean {
  for (let node: Node | undefined = statement; node !== undefined; ) {
    if (HOLDS_LINES.test(node.type)) return true;
    node = node.children.find((child) => child.start < offset && offset < child.end);
  }
  return false;
}
