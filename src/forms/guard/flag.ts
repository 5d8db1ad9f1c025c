import type { Module } from '../../python/module.js';
import { ancestors, type Node } from '../../python/node.js';
import type { Binding, Definition } from '../../python/scopes.js';
import { contains } from '../../text.js';
import { findLoopMaker } from '../loop.js';
import { asksForShell, findTest, type Test } from './question.js';
import { findTryQuestion, isQuiet } from './try-question.js';

/**
 * A name that holds the answer, where it is read: every definition that may have made it belongs to a question, and all of
 * them are the same way round.
 *
 *     try: loop = asyncio.get_running_loop()       IN_NOTEBOOK = 'get_ipython' in globals()
 *     except RuntimeError: loop = None
 */
export function findFlag(read: Node, binding: Binding, module: Module, depth: number): Test | undefined {
  const definitions = definitionsFor(read, binding, module);
  if (definitions.length === 0 || definitions.some(({ kind }) => kind !== 'assignment')) return undefined;
  const answers: Test[] = [];
  let initial: Definition | undefined;
  for (const [statement, own] of clusters(definitions)) {
    const [first] = own;
    if (statement.type === 'try_statement') {
      const answer = answerOfTry(statement, own, initial, module);
      if (answer === undefined) return undefined;
      answers.push(answer);
      initial = undefined;
    } else if (truthOf(first?.value, module) !== undefined && isQuiet([statement])) {
      // loop = None, in front of the question
      if (initial !== undefined) return undefined;
      initial = first;
    } else {
      const test = first?.value === undefined ? undefined : findTest(first.value, module, depth + 1);
      if (test === undefined || initial !== undefined) return undefined;
      answers.push({ ...test, statements: [...test.statements, statement] });
    }
  }
  const last = answers[answers.length - 1];
  if (last === undefined || initial !== undefined) return undefined;
  return answers.every((answer) => answer.trueMeans === last.trueMeans) ? last : undefined;
}

/** The definitions that a read may see: those above it, but for a loop that brings it back, or a function called later. */
export function definitionsFor(read: Node, binding: Binding, module: Module): readonly Definition[] {
  const isRepeated = [...ancestors(read)].some(({ type }) => type === 'for_statement' || type === 'while_statement');
  if (isRepeated || module.scopes.scopeAt(read) !== binding.scope) return binding.definitions;
  return binding.definitions.filter(({ node }) => node.start < read.start);
}

/** The `try` that an assignment stands in, in whichever of its parts. */
export function tryOf(statement: Node): Node | undefined {
  const clause = statement.parent?.parent;
  if (statement.parent?.type !== 'block' || clause === undefined) return undefined;
  const owner = clause.type === 'try_statement' ? clause : clause.parent;
  const isClause = clause.type === 'try_statement' || clause.type === 'except_clause' || clause.type === 'else_clause';
  return isClause && owner?.type === 'try_statement' ? owner : undefined;
}

/** Whether a value that a flag gets is true: a running loop is. */
export function truthOf(value: Node | undefined, module: Module): boolean | undefined {
  if (value === undefined) return undefined;
  if (findLoopMaker(value, module) === 'running') return true;
  if (value.type === 'call' && asksForShell(value, module)) return true;
  const text = module.text(value);
  if (text === 'True' || /^["']\w+["']$/.test(text)) return true;
  return text === 'None' || text === 'False' ? false : undefined;
}

function clusters(definitions: readonly Definition[]): ReadonlyMap<Node, readonly Definition[]> {
  const found = new Map<Node, Definition[]>();
  for (const definition of definitions) {
    const statement = tryOf(definition.statement) ?? definition.statement;
    found.set(statement, [...(found.get(statement) ?? []), definition]);
  }
  return found;
}

/** Which way round a flag is: what it holds where the question was answered, and where it raised. */
function answerOfTry(
  statement: Node,
  definitions: readonly Definition[],
  initial: Definition | undefined,
  module: Module,
): Test | undefined {
  const question = findTryQuestion(statement, module);
  if (question === undefined || !isQuiet([...question.rest, ...question.handler, ...question.otherwise]))
    return undefined;
  const before = truthOf(initial?.value, module);
  const held = { running: before, idle: before };
  for (const { node, value } of definitions)
    held[contains(question.handlerBlock, node) ? 'idle' : 'running'] = truthOf(value, module);
  if (held.running === undefined || held.idle === undefined || held.running === held.idle) return undefined;
  const statements = initial === undefined ? [statement] : [initial.statement, statement];
  return { kind: question.kind, trueMeans: held.running ? 'running' : 'idle', statements };
}
