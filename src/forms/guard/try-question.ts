import type { Module } from '../../python/module.js';
import { field, type Node, unparenthesized } from '../../python/node.js';
import { findLoopMaker } from '../loop.js';
import type { QuestionKind } from './question.js';

/**
 * A `try` that asks by what it survives.
 *
 *     try:
 *         loop = asyncio.get_running_loop()    asks
 *         task = loop.create_task(main())      rest
 *     except RuntimeError:
 *         asyncio.run(main())                  handler: no loop is running
 *     else:
 *         …                                    otherwise
 */
export interface TryQuestion {
  readonly kind: QuestionKind;
  readonly asks: Node;
  readonly rest: readonly Node[];
  readonly handler: readonly Node[];
  readonly otherwise: readonly Node[];
  readonly body: Node;
  readonly handlerBlock: Node;
  readonly otherwiseBlock: Node | undefined;
}

export function findTryQuestion(statement: Node, module: Module): TryQuestion | undefined {
  const parts = takeTryApart(statement);
  if (parts === undefined) return undefined;
  const { body, handlers, otherwise } = parts;
  const [handler] = handlers;
  if (handler === undefined || handlers.length !== 1) return undefined;
  const statements = statementsOf(body);
  const index = statements.findIndex((child) => !isImport(child));
  const asks = statements[index];
  const kind = asks === undefined ? findImportQuestion(statements, module) : findAsking(asks, module);
  const handlerBlock = field(handler, 'body') ?? handler.children.find((child) => child.type === 'block');
  if (kind === undefined || handlerBlock === undefined || !catches(handler, kind, module)) return undefined;
  const otherwiseBlock =
    otherwise && (field(otherwise, 'body') ?? otherwise.children.find((child) => child.type === 'block'));
  return {
    kind,
    asks: asks ?? (statements[0] as Node),
    rest: asks === undefined ? [] : statements.slice(index + 1),
    handler: statementsOf(handlerBlock),
    otherwise: otherwiseBlock === undefined ? [] : statementsOf(otherwiseBlock),
    body,
    handlerBlock,
    otherwiseBlock,
  };
}

export interface TryParts {
  readonly body: Node;
  readonly handlers: readonly Node[];
  readonly otherwise: Node | undefined;
}

/** The parts of a `try` without `finally`; `except*` is left alone. */
export function takeTryApart(statement: Node): TryParts | undefined {
  if (statement.type !== 'try_statement') return undefined;
  const body = field(statement, 'body');
  const clauses = statement.children.filter((child) => child !== body && child.type !== 'comment');
  const handlers = clauses.filter((child) => child.type === 'except_clause');
  const otherwise = clauses.find((child) => child.type === 'else_clause');
  const isWhole = clauses.every((child) => child === otherwise || handlers.includes(child));
  return body === undefined || !isWhole ? undefined : { body, handlers, otherwise };
}

export function statementsOf(block: Node): readonly Node[] {
  return block.children.filter((child) => child.type !== 'comment');
}

/** Nothing but names that get a constant, `pass`, and `return True`: what a question leaves behind. */
export function isQuiet(statements: readonly Node[]): boolean {
  return statements.every((statement) => {
    if (statement.type === 'pass_statement') return true;
    const [inner] = statement.children;
    if (statement.type === 'return_statement') return inner === undefined || isConstant(inner);
    if (statement.type !== 'expression_statement' || inner?.type !== 'assignment') return false;
    return field(inner, 'left')?.type === 'identifier' && isConstant(field(inner, 'right'));
  });
}

function isConstant(node: Node | undefined): boolean {
  return node !== undefined && /^(?:none|true|false|string|integer)$/.test(node.type);
}

function isImport(node: Node): boolean {
  return node.type === 'import_statement' || node.type === 'import_from_statement';
}

/** `import google.colab`, and no more: what imports is the answer. */
function findImportQuestion(statements: readonly Node[], module: Module): QuestionKind | undefined {
  return statements.some((statement) =>
    /^(?:import|from)\s+(?:google\.colab|pyodide|js)\b/.test(module.text(statement)),
  )
    ? 'ipython'
    : undefined;
}

/** `[loop =] asyncio.get_running_loop()`, `get_ipython()`, `__IPYTHON__`: a statement that raises where the answer is no. */
export function findAsking(statement: Node, module: Module): QuestionKind | undefined {
  // return get_ipython().__class__.__name__ == "ZMQInteractiveShell"
  if (statement.type === 'return_statement' && /\bget_ipython\(\)/.test(module.text(statement))) return 'ipython';
  if (statement.type !== 'expression_statement') return undefined;
  const [inner] = statement.children;
  const target = inner?.type === 'assignment' ? field(inner, 'left') : undefined;
  const value = inner?.type === 'assignment' ? field(inner, 'right') : inner;
  if (value === undefined || (target !== undefined && target.type !== 'identifier')) return undefined;
  const node = unparenthesized(value);
  if (findLoopMaker(node, module) === 'running') return 'running-loop';
  // asyncio.current_task()   raises where no loop runs, as get_running_loop() does
  if (
    target === undefined &&
    node.type === 'call' &&
    RAISES.test(module.resolve(field(node, 'function') as Node) ?? '')
  )
    return 'running-loop';
  if (node.type === 'identifier') return module.resolve(node) === 'builtins.__IPYTHON__' ? 'ipython' : undefined;
  let at: Node | undefined = node;
  let named = false;
  // get_ipython().__class__.__name__
  while (at !== undefined && (at.type === 'attribute' || at.type === 'call')) {
    if (at.type === 'call' && module.resolve(field(at, 'function') as Node) === 'builtins.get_ipython')
      return named ? 'ipython-class' : 'ipython';
    named ||= at.type === 'attribute' && module.text(at).endsWith('__name__');
    at = at.type === 'attribute' ? field(at, 'object') : field(at, 'function');
  }
  return undefined;
}

const RAISES = /^asyncio\.(?:current_task|all_tasks)$/;

const CAUGHT: Readonly<Record<QuestionKind, RegExp>> = {
  'running-loop': /^(?:builtins\.)?(?:RuntimeError|Exception|BaseException)$/,
  'event-loop': /^(?:builtins\.)?(?:RuntimeError|Exception|BaseException)$/,
  ipython: /^(?:builtins\.)?(?:NameError|ImportError|ModuleNotFoundError|AttributeError|Exception|BaseException)$/,
  'ipython-class': /^(?:builtins\.)?(?:NameError|AttributeError|Exception|BaseException)$/,
};

/** Whether the handler is the answer no: `except RuntimeError`, `except (RuntimeError, ValueError)`, `except Exception`, `except:`. */
function catches(handler: Node, kind: QuestionKind, module: Module): boolean {
  const value = handler.children.find((child) => child.type !== 'comment' && child.type !== 'block');
  if (value === undefined) return true;
  const bare = unparenthesized(value.type === 'as_pattern' ? (value.children[0] as Node) : value);
  const types = bare.type === 'tuple' ? bare.children.filter((child) => child.type !== 'comment') : [bare];
  return types.some((type) => CAUGHT[kind].test(module.resolve(type) ?? ''));
}
