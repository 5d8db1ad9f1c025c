import { findClass, ownNodes } from '../python/classes.js';
import type { Module } from '../python/module.js';
import { ancestors, field, type Node, unparenthesized } from '../python/node.js';
import type { Binding, Definition } from '../python/scopes.js';
import { kindOfAwaitable } from './awaitables.js';
import { basesOf, findDefinitions, isAsyncGenerator, isDecorated, methodsOf } from './callees.js';
import { Answers, type Holding, isPlainLibrary, join } from './holding.js';

/** Follows values through the names, defs and classes of one file. Answers are remembered; what is asked in a circle holds nothing of its own. */
export class Holdings {
  private readonly answers = new Answers();

  constructor(private readonly module: Module) {}

  /** What the value of an expression may hold. */
  of(expression: Node): Holding {
    const node = unparenthesized(expression);
    switch (node.type) {
      case 'integer':
      case 'float':
      case 'string':
      case 'concatenated_string':
      case 'true':
      case 'false':
      case 'none':
      case 'ellipsis':
      case 'lambda':
      case 'binary_operator':
      case 'unary_operator':
      case 'not_operator':
      case 'comparison_operator':
      case 'comment':
        return 'nothing';
      case 'identifier': {
        const binding = this.module.scopes.bindingOf(node);
        return binding === undefined ? 'unknown' : this.ofBinding(binding);
      }
      case 'attribute':
        return this.ofAttribute(node);
      case 'call':
        return this.ofCall(node);
      case 'await':
        return this.ofAwait(node);
      case 'subscript':
        return this.of(field(node, 'value') as Node);
      case 'named_expression':
        return this.of(field(node, 'value') as Node);
      case 'keyword_argument':
        return this.of(field(node, 'value') as Node);
      case 'list':
      case 'tuple':
      case 'set':
      case 'dictionary':
      case 'pair':
      case 'expression_list':
      case 'pattern_list':
      case 'list_splat':
      case 'dictionary_splat':
      case 'boolean_operator':
      case 'conditional_expression':
        return this.ofAll(node.children);
      case 'list_comprehension':
      case 'set_comprehension':
      case 'dictionary_comprehension':
      case 'generator_expression':
        return this.ofAll(node.children.filter((child) => child.field === 'body'));
      default:
        return 'unknown';
    }
  }

  ofBinding(binding: Binding): Holding {
    return this.answers.remember('binding', binding, () => {
      if (binding.definitions.length === 0) return 'nothing';
      return join([
        ...binding.definitions.map((definition) => this.ofDefinition(definition, binding)),
        ...this.putInto(binding),
      ]);
    });
  }

  /** What a function of this file returns. */
  ofResult(definition: Node): Holding {
    return this.answers.remember('result', definition, () => {
      const found: Holding[] = [];
      for (const node of ownNodes(definition)) {
        if (node.type === 'yield') return 'unknown';
        if (node.type === 'return_statement') found.push(this.ofAll(node.children));
      }
      return join(found);
    });
  }

  private ofAll(nodes: readonly Node[]): Holding {
    return join(nodes.map((node) => this.of(node)));
  }

  private ofDefinition(definition: Definition, binding: Binding): Holding {
    switch (definition.kind) {
      case 'import':
      case 'def':
      case 'del':
      case 'annotation':
      case 'type':
        return 'nothing';
      case 'class':
        return this.ofClass(definition.node.parent as Node);
      case 'assignment':
      case 'walrus':
      case 'augmented': {
        const value = definition.value ?? field(assignmentOf(definition.node), 'right');
        return value === undefined ? 'unknown' : this.of(value);
      }
      case 'for': {
        const iterable = field(loopOf(definition.node), 'right');
        return iterable === undefined ? 'unknown' : this.of(iterable);
      }
      case 'as':
        return definition.value === undefined ? 'nothing' : this.of(definition.value);
      case 'parameter':
        return this.ofParameter(definition, binding);
      case 'pattern':
        return 'unknown';
    }
  }

  /** All that any call of the function passes to it, and its defaults: which argument goes where is not asked. */
  private ofParameter(definition: Definition, binding: Binding): Holding {
    const owner = binding.scope.node;
    const name = field(owner, 'name');
    const called = name === undefined ? undefined : this.module.scopes.bindingOf(name);
    const defaults = (field(owner, 'parameters')?.children ?? []).flatMap((child) => field(child, 'value') ?? []);
    if (called === undefined || called.scope.kind === 'class')
      return isSelf(definition, this.module) ? 'nothing' : 'unknown';
    const passed: Holding[] = [];
    for (const use of called.references) {
      const call = use.parent;
      if (call?.type !== 'call' || use.field !== 'function') return 'unknown';
      passed.push(this.ofAll(field(call, 'arguments')?.children ?? []));
    }
    return join([...passed, this.ofAll(defaults)]);
  }

  /** `cache[key] = value`, `items.append(value)`, `state.client = value`: what is put into a name later on. */
  private putInto(binding: Binding): readonly Holding[] {
    return binding.references.flatMap((use) => {
      const place = use.parent;
      if (
        place?.type === 'attribute' &&
        use.field === 'object' &&
        place.parent?.type === 'call' &&
        place.field === 'function'
      ) {
        return /^(?:append|appendleft|add|insert|extend|update|setdefault|put|put_nowait)$/.test(
          this.module.text(field(place, 'attribute') as Node),
        )
          ? [this.ofAll(field(place.parent, 'arguments')?.children ?? [])]
          : [];
      }
      const isPlace =
        (place?.type === 'subscript' && use.field === 'value') ||
        (place?.type === 'attribute' && use.field === 'object');
      if (!isPlace || place?.parent?.type !== 'assignment' || place.field !== 'left') return [];
      const right = field(place.parent, 'right');
      return right === undefined ? [] : [this.of(right)];
    });
  }

  private ofAttribute(node: Node): Holding {
    const name = this.module.resolve(node);
    if (name !== undefined) return isPlainLibrary(name) ? 'nothing' : 'unknown';
    return this.of(field(node, 'object') as Node);
  }

  private ofCall(node: Node): Holding {
    const callee = unparenthesized(field(node, 'function') as Node);
    const args = this.ofAll(field(node, 'arguments')?.children ?? []);
    const owner = findClass(callee, this.module);
    if (owner !== undefined) return join([this.ofClass(owner), args]);
    const definitions = findDefinitions(callee, this.module);
    if (definitions !== undefined) return join(definitions.map((definition) => this.ofCallOf(definition, args)));
    const name = this.module.resolve(callee);
    if (name !== undefined) {
      if (kindOfAwaitable(node, this.module) === 'coroutine') return args;
      if (name.startsWith('asyncio.')) return 'loop';
      return isPlainLibrary(name) ? args : 'unknown';
    }
    // "a,b".split(","): a method of what holds nothing gives what holds nothing
    return callee.type === 'attribute' ? join([this.of(field(callee, 'object') as Node), args]) : 'unknown';
  }

  private ofCallOf(definition: Node, args: Holding): Holding {
    if (isDecorated(definition, this.module)) return 'unknown';
    if (!definition.isAsync) return join([this.ofResult(definition), args]);
    return isAsyncGenerator(definition) ? 'loop' : args;
  }

  /** What comes out of `await X`. */
  private ofAwait(node: Node): Holding {
    return this.ofRun(node.children.find((child) => child.type !== 'comment') as Node);
  }

  /** What comes out where a coroutine is driven, by whatever drives it. */
  ofRun(coroutine: Node): Holding {
    const operand = unparenthesized(coroutine);
    if (operand.type !== 'call') return 'unknown';
    const callee = field(operand, 'function') as Node;
    const args = field(operand, 'arguments')?.children ?? [];
    const name = this.module.resolve(callee);
    if (name === 'asyncio.sleep') return this.ofAll(args);
    if (name === 'asyncio.wait_for' || name === 'asyncio.gather' || name === 'asyncio.shield') {
      return join(args.map((argument) => this.ofAwaited(argument)));
    }
    if (name?.startsWith('asyncio.')) return name === 'asyncio.to_thread' ? 'unknown' : 'loop';
    return this.ofAwaited(operand);
  }

  /** The result of a coroutine that stands as an expression: `fetch(1)`, `*[fetch(i) for i in x]`. */
  private ofAwaited(node: Node): Holding {
    const inner = unparenthesized(node);
    if (inner.type === 'list_splat' || inner.type === 'list')
      return join(inner.children.map((child) => this.ofAwaited(child)));
    if (inner.type === 'keyword_argument' || inner.type === 'integer' || inner.type === 'float') return 'nothing';
    if (inner.type === 'list_comprehension' || inner.type === 'generator_expression') {
      return join(inner.children.filter((child) => child.field === 'body').map((child) => this.ofAwaited(child)));
    }
    if (inner.type === 'call' && this.module.resolve(field(inner, 'function') as Node) === 'asyncio.sleep')
      return this.ofAll(field(inner, 'arguments')?.children ?? []);
    const definitions =
      inner.type === 'call' ? findDefinitions(field(inner, 'function') as Node, this.module) : undefined;
    if (definitions === undefined || definitions.some((definition) => isDecorated(definition, this.module)))
      return 'unknown';
    return join(definitions.map((definition) => this.ofResult(definition)));
  }

  /** What instances of a class of this file hold: all that is put into `self`, and the class's own attributes. */
  private ofClass(owner: Node): Holding {
    return this.answers.remember('class', owner, () => {
      const found: Holding[] = basesOf(owner).map((base) => {
        const parent = findClass(base, this.module);
        if (parent !== undefined) return this.ofClass(parent);
        const name = this.module.resolve(base);
        return name !== undefined && isPlainLibrary(name) ? 'nothing' : 'unknown';
      });
      const body = field(owner, 'body');
      if (body === undefined) return join(found);
      for (const assignment of this.module.find('assignment', body)) {
        const left = field(assignment, 'left');
        const right = field(assignment, 'right');
        const kept = left?.type === 'attribute' || assignment.parent?.parent === body;
        if (kept && right !== undefined) found.push(this.of(right));
      }
      return methodsOf(owner).length === 0 && found.length === 0 ? 'nothing' : join(found);
    });
  }
}

/** `a, b = value`: the assignment that a target belongs to. */
function assignmentOf(target: Node): Node | undefined {
  for (const up of ancestors(target)) {
    if (up.type === 'assignment' || up.type === 'augmented_assignment' || up.type === 'named_expression') return up;
  }
  return undefined;
}

function loopOf(target: Node): Node | undefined {
  for (const up of ancestors(target)) if (up.type === 'for_statement' || up.type === 'for_in_clause') return up;
  return undefined;
}

function isSelf(definition: Definition, module: Module): boolean {
  return /^(?:self|cls)$/.test(module.text(definition.node));
}
