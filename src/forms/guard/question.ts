import type { Module } from '../../python/module.js';
import { descendants, field, type Node, unparenthesized } from '../../python/node.js';
import { findLoopMaker } from '../loop.js';
import { definitionsFor, findFlag, truthOf, tryOf } from './flag.js';
import { findTryQuestion, isQuiet } from './try-question.js';

/**
 * What a guard asks.
 *
 * - `running-loop`: `asyncio.get_running_loop()`, the right question (semantics.md §5.14).
 * - `event-loop`: `asyncio.get_event_loop().is_running()`; raises from 3.14 on where no loop is set (§3.36).
 * - `ipython`: `get_ipython()`, `__IPYTHON__`, `sys.modules`: in IPython's terminal no loop runs (§1.110).
 * - `ipython-class`: the class name of the shell, which Colab and others call differently.
 */
export type QuestionKind = 'running-loop' | 'event-loop' | 'ipython' | 'ipython-class';

export interface Question {
  readonly kind: QuestionKind;
  /** Statements, outside of the guard itself, that ask it: they go once nothing reads what they bind. */
  readonly statements: readonly Node[];
}

/** A question with the answer that an expression gives: `loop is None` is true where no loop is running. */
export interface Test extends Question {
  readonly trueMeans: 'running' | 'idle';
}

const MODULES = /^["'](?:ipykernel(?:\.\w+)*|IPython|google\.colab|pyodide)["']$/;

/** What an expression says of a running loop; `undefined` where it asks something else, or something more. */
export function findTest(expression: Node, module: Module, depth = 0): Test | undefined {
  const node = unparenthesized(expression);
  if (depth > 10) return undefined;
  switch (node.type) {
    case 'not_operator': {
      const argument = field(node, 'argument');
      return argument === undefined ? undefined : negated(findTest(argument, module, depth + 1));
    }
    case 'boolean_operator':
      return findBooleanTest(node, module, depth);
    case 'comparison_operator':
      return findComparison(node, module, depth);
    case 'identifier': {
      const binding = module.scopes.bindingOf(node);
      return binding === undefined ? undefined : findFlag(node, binding, module, depth);
    }
    case 'call':
      return findCallTest(node, module, depth);
    default:
      return undefined;
  }
}

function running(kind: QuestionKind, statements: readonly Node[] = []): Test {
  return { kind, trueMeans: 'running', statements };
}

function negated(test: Test | undefined): Test | undefined {
  return test && { ...test, trueMeans: test.trueMeans === 'running' ? 'idle' : 'running' };
}

/** `loop and loop.is_running()`, `loop is None or not loop.is_running()`: both sides ask, and the same way round. */
function findBooleanTest(node: Node, module: Module, depth: number): Test | undefined {
  const [left, right] = [field(node, 'left'), field(node, 'right')];
  if (left === undefined || right === undefined) return undefined;
  const [a, b] = [findTest(left, module, depth + 1), findTest(right, module, depth + 1)];
  const wanted = node.operator === 'and' ? 'running' : 'idle';
  if (a === undefined || b === undefined || a.trueMeans !== wanted || b.trueMeans !== wanted) return undefined;
  // loop = get_running_loop() or None in front: `loop.is_running()` of it adds nothing
  const kind = a.kind === 'running-loop' || b.kind === 'running-loop' ? 'running-loop' : a.kind;
  return { kind, trueMeans: wanted, statements: [...new Set([...a.statements, ...b.statements])] };
}

/** `loop is None`, `running == False`, `'get_ipython' in globals()`, `get_ipython().__class__.__name__ == '…'`. */
function findComparison(node: Node, module: Module, depth: number): Test | undefined {
  const [left, right, more] = node.children.filter((child) => child.type !== 'comment');
  if (left === undefined || right === undefined || more !== undefined) return undefined;
  const value = module.text(right);
  switch (node.operator) {
    case 'is':
    case '==':
      if (value === 'None' || value === 'False') return negated(findTest(left, module, depth + 1));
      if (value === 'True') return findTest(left, module, depth + 1);
      return asksForShell(left, module) ? running('ipython-class') : undefined;
    case 'is not':
    case '!=':
      if (value === 'None' || value === 'False') return findTest(left, module, depth + 1);
      return value === 'True' ? negated(findTest(left, module, depth + 1)) : undefined;
    case 'in':
      return findMembership(left, right, module);
    case 'not in':
      return negated(findMembership(left, right, module));
    default:
      return undefined;
  }
}

function findMembership(item: Node, container: Node, module: Module): Test | undefined {
  const text = module.text(item);
  const where = unparenthesized(container);
  if (where.type === 'call') {
    const name = module.resolve(field(where, 'function') as Node);
    const isNamespace = name !== undefined && /^builtins\.(?:globals|locals|dir|vars)$/.test(name);
    if (isNamespace && /^["'](?:get_ipython|__IPYTHON__)["']$/.test(text)) return running('ipython');
    // 'ZMQInteractiveShell' in str(type(get_ipython()))
    return asksForShell(where, module) ? running('ipython-class') : undefined;
  }
  if (module.resolve(where) === 'sys.modules' && MODULES.test(text)) return running('ipython');
  return asksForShell(where, module) ? running('ipython-class') : undefined;
}

function findCallTest(node: Node, module: Module, depth: number): Test | undefined {
  const call = module.call(node);
  const name = module.resolve(call.function);
  if (name === 'builtins.bool' && call.args[0] !== undefined) return findTest(call.args[0], module, depth + 1);
  if (name === 'asyncio._get_running_loop' || name === 'asyncio.events._get_running_loop')
    return running('running-loop');
  if (name === 'builtins.get_ipython' || name === 'IPython.get_ipython') return running('ipython');
  if (name === 'builtins.hasattr' && /__IPYTHON__/.test(module.text(call.args[1] ?? node))) return running('ipython');
  if (call.function.type === 'attribute' && module.text(field(call.function, 'attribute') as Node) === 'is_running') {
    return findIsRunning(field(call.function, 'object') as Node, module, depth);
  }
  return findQuestionFunction(call.function, module);
}

/** `loop.is_running()`, where what `loop` is can be seen. */
function findIsRunning(receiver: Node, module: Module, depth: number): Test | undefined {
  const maker = findLoopMaker(receiver, module);
  if (maker !== undefined) return running(maker === 'running' ? 'running-loop' : 'event-loop');
  const node = unparenthesized(receiver);
  const binding = node.type === 'identifier' ? module.scopes.bindingOf(node) : undefined;
  if (binding === undefined) return undefined;
  const flag = findFlag(node, binding, module, depth);
  if (flag?.trueMeans === 'running') return flag;
  const definitions = definitionsFor(node, binding, module);
  const makers = definitions.map((definition) => findLoopMaker(definition.value, module));
  if (makers.length === 0 || !makers.every((each) => each !== undefined)) return undefined;
  const statements = definitions.map(({ statement }) => tryOf(statement) ?? statement);
  return running('event-loop', [...new Set(statements)]);
}

/**
 * `in_notebook()`: a function of the file that only asks.
 *
 *     def in_notebook():
 *         try:
 *             get_ipython()
 *             return True
 *         except NameError:
 *             return False
 */
function findQuestionFunction(callee: Node, module: Module): Test | undefined {
  const definition = findOnlyDefinition(callee, module);
  if (definition === undefined || definition.isAsync) return undefined;
  const parameters = field(definition, 'parameters')?.children ?? [];
  if (parameters.some((parameter) => !/^(?:self|cls)$/.test(module.text(parameter)))) return undefined;
  const body = (field(definition, 'body')?.children ?? []).filter((child) => !isRemark(child));
  const [first] = body;
  const last = body[body.length - 1];
  if (first?.type === 'return_statement' && body.length === 1) {
    const value = first.children.find((child) => child.type !== 'comment');
    const test = value && findTest(value, module, 1);
    return test && { ...test, statements: [...test.statements, definition] };
  }
  const question = first?.type === 'try_statement' ? findTryQuestion(first, module) : undefined;
  if (question === undefined || body.length > 2 || (last !== first && last?.type !== 'return_statement'))
    return undefined;
  const isReturned = question.asks.type === 'return_statement';
  if (!isReturned && asksForShellName(definition, module)) return running('ipython-class', [definition]);
  if (!isQuiet([...question.rest, ...question.handler, ...question.otherwise])) return undefined;
  if (isReturned) {
    const value = question.asks.children.find((child) => child.type !== 'comment');
    const test = value && findTest(value, module, 1);
    return test && { ...test, statements: [...test.statements, definition] };
  }
  const answer = (statements: readonly Node[]) => {
    const found =
      statements.find((statement) => statement.type === 'return_statement') ?? (last === first ? undefined : last);
    return truthOf(
      found?.children.find((child) => child.type !== 'comment'),
      module,
    );
  };
  const [whenRunning, whenIdle] = [answer([...question.rest, ...question.otherwise]), answer(question.handler)];
  if (whenRunning === undefined || whenIdle === undefined || whenRunning === whenIdle) return undefined;
  return { kind: question.kind, trueMeans: whenRunning ? 'running' : 'idle', statements: [definition] };
}

/** `in_notebook`: the one def of that name; `self.in_notebook`: the one method of that name in the file. */
function findOnlyDefinition(callee: Node, module: Module): Node | undefined {
  if (callee.type === 'identifier') {
    const [definition, more] = module.scopes.bindingOf(callee)?.definitions ?? [];
    const statement = more === undefined ? definition?.statement : undefined;
    return statement?.type === 'function_definition' ? statement : undefined;
  }
  const object = callee.type === 'attribute' ? field(callee, 'object') : undefined;
  if (object === undefined || !/^(?:self|cls)$/.test(module.text(object))) return undefined;
  const name = module.text(field(callee, 'attribute') as Node);
  const [method, more] = [...module.find('function_definition')].filter(
    (each) => module.text(field(each, 'name') as Node) === name,
  );
  return more === undefined && method?.parent?.parent?.type === 'class_definition' ? method : undefined;
}

/** `get_ipython().__class__.__name__`: the shell's class, by name. */
function asksForShellName(node: Node, module: Module): boolean {
  return /__name__|InteractiveShell/.test(module.text(node)) && asksForShell(node, module);
}

export function asksForShell(node: Node, module: Module): boolean {
  for (const each of descendants(node)) {
    if (each.type !== 'call') continue;
    const name = module.resolve(field(each, 'function') as Node);
    if (name === 'builtins.get_ipython' || name === 'IPython.get_ipython') return true;
  }
  return false;
}

function isRemark(node: Node): boolean {
  return node.type === 'comment' || (node.type === 'expression_statement' && node.children[0]?.type === 'string');
}

/** Whether a piece of code asks at all, though it may ask more: `if loop is None and retries > 3`. */
export function mentionsQuestion(node: Node, module: Module): boolean {
  return [...descendants(node)].some((each) => {
    if (each.type === 'call' || each.type === 'comparison_operator') return findTest(each, module) !== undefined;
    if (each.type !== 'identifier') return false;
    const definitions = module.scopes.bindingOf(each)?.definitions ?? [];
    return definitions.some(({ value }) => findLoopMaker(value, module) === 'running');
  });
}
