import type { Node } from '../../python/node.js';
import type { Range } from '../../text.js';
import type { Guard } from './shapes.js';

/** From the question to the end of the last arm. */
export function extentOf(statement: Node, found: Guard | undefined): Range {
  const behind =
    found === undefined ? [] : [...found.runningBehind, ...(found.idleBlock === undefined ? found.idle : [])];
  const asked = found?.question.statements.filter((each) => isRightInFront(each, statement)) ?? [];
  return {
    start: Math.min(statement.start, ...asked.map((each) => each.start)),
    end: Math.max(statement.end, ...behind.map((each) => each.end)),
  };
}

function isRightInFront(question: Node, statement: Node): boolean {
  if (question.type === 'function_definition') return false;
  const siblings = statement.parent?.children.filter((child) => child.type !== 'comment') ?? [];
  const index = siblings.indexOf(statement);
  return index > 0 && siblings.slice(Math.max(0, index - 2), index).includes(question);
}
