import { diagnostic } from '../../diagnostics.js';
import type { Diagnostic } from '../../findings.js';
import type { Module } from '../../python/module.js';
import { descendants, field, type Node, unparenthesized } from '../../python/node.js';
import { contains } from '../../text.js';
import { type Drive, findDrives, normalizedText } from '../drive.js';
import { findLoopMaker } from '../loop.js';
import { statementsOf } from './try-question.js';

/** What is known of the arm for a running loop, next to the arm for none. */
export interface Comparison {
  /** How the loop arm drives the coroutine; absent where it does not. */
  readonly drive: Drive | undefined;
  /** It waits for the thread that it starts. */
  readonly waits: boolean;
  /** `nest_asyncio.apply()` stands in it. */
  readonly nested: boolean;
  /** The loop arm raises, or only says something: it will not run the coroutine. */
  readonly refuses: boolean;
  /** The task is kept under a name, and something looks at how it ended. */
  readonly minded: boolean;
  /** Why the arms do different things. */
  readonly difference: Diagnostic | undefined;
}

/** Compares the arms of a guard: `driven` is the one drive of the arm for no loop, `idle` its statements. */
export function compareArms(
  driven: Drive,
  idle: readonly Node[],
  running: readonly Node[],
  module: Module,
): Comparison {
  const drives = running.flatMap((statement) => findDrives(statement, module));
  const outer = drives.filter(
    (drive) =>
      !drives.some(
        (other) => other !== drive && other.coroutine !== undefined && contains(other.coroutine, drive.node),
      ),
  );
  const [drive] = outer;
  const wanted = spell(driven.coroutine, module);
  const other = outer.find((each) => each.coroutine !== undefined && spell(each.coroutine, module) !== wanted);
  const arm = new Arm(driven, idle, module);
  for (const statement of running) arm.read(statement);
  const difference =
    other?.coroutine !== undefined
      ? differ(
          driven.node,
          `one drives \`${short(driven.coroutine ?? driven.node, module)}\`, the other \`${short(other.coroutine, module)}\``,
        )
      : arm.strange !== undefined
        ? differ(driven.node, `\`${short(arm.strange, module)}\` is in one only`)
        : undefined;
  return {
    drive,
    waits: arm.waits,
    nested: arm.nested,
    refuses: drive === undefined && !arm.starts,
    minded: arm.kept && arm.minded,
    difference,
  };
}

function differ(at: Node, what: string): Diagnostic {
  return diagnostic(at, 'LS601', what);
}

export function short(node: Node, module: Module): string {
  const text = module.text(node).replace(/\s+/g, ' ');
  return text.length > 50 ? `${text.slice(0, 47)}...` : text;
}

/** A coroutine as written, or as written where its name was bound: `coro = main()`. */
function spell(coroutine: Node | undefined, module: Module): string | undefined {
  if (coroutine === undefined) return undefined;
  const node = unparenthesized(coroutine);
  const definitions = node.type === 'identifier' ? (module.scopes.bindingOf(node)?.definitions ?? []) : [];
  const value = definitions.length === 1 ? definitions[0]?.value : undefined;
  return normalizedText(value === undefined ? node : unparenthesized(value), module);
}

const SAYS = /^(?:builtins\.print|logging\.\w+|warnings\.warn)$/;
const HARMLESS = /^(?:asyncio\.set_event_loop|contextvars\.copy_context|builtins\.(?:set|dict|list))$/;
const NESTS = /^nest_asyncio2?\.apply$/;
const STARTS = /^(?:threading\.Thread|concurrent\.futures\.(?:thread\.)?\w*Executor)$/;
const LOG_METHODS = new Set(['debug', 'info', 'warning', 'warn', 'error', 'exception', 'critical', 'log']);
const THREAD_METHODS = new Set(['start', 'join', 'shutdown', 'submit']);

/** Reads the statements of a loop arm: everything in it has to be a known part of driving a coroutine. */
class Arm {
  strange: Node | undefined;
  waits = false;
  nested = false;
  starts = false;
  kept = false;
  minded = false;
  private readonly same: ReadonlySet<string>;

  constructor(
    driven: Drive,
    idle: readonly Node[],
    private readonly module: Module,
  ) {
    this.same = new Set(
      idle
        .flatMap((statement) => [...descendants(statement)].filter(isSimple))
        .map((node) => this.shape(node, [driven])),
    );
  }

  read(statement: Node): void {
    if (this.isKnown(statement)) return;
    this.strange ??= statement;
  }

  private isKnown(statement: Node): boolean {
    const drives = findDrives(statement, this.module);
    if (isSimple(statement) && this.same.has(this.shape(statement, drives))) {
      this.noteWaiting(statement);
      if (drives.length > 0) return true;
    }
    switch (statement.type) {
      case 'comment':
      case 'pass_statement':
      case 'import_statement':
      case 'import_from_statement':
      case 'raise_statement':
      case 'global_statement':
      case 'nonlocal_statement':
        return true;
      case 'return_statement': {
        const value = statement.children.find((child) => child.type !== 'comment');
        if (value !== undefined) this.kept = true;
        return value === undefined || this.isKnownValue(value);
      }
      case 'expression_statement':
        return this.isKnownExpression(statement);
      case 'with_statement':
        // with ThreadPoolExecutor() as pool:
        if (
          !/\b(?:Thread|Process)PoolExecutor\b/.test(
            this.module.text(field(statement, 'with_clause') ?? (statement.children[0] as Node)),
          )
        )
          return false;
        this.waits = true;
        return statementsOf(field(statement, 'body') as Node).every((child) => this.isKnown(child));
      case 'function_definition':
        // what a thread runs
        return drives.length > 0;
      default:
        return this.same.has(this.shape(statement, drives));
    }
  }

  private isKnownExpression(statement: Node): boolean {
    const inner = statement.children[0];
    if (inner === undefined || inner.type === 'string') return true;
    if (inner.type !== 'assignment') return this.isKnownCall(inner);
    const value = field(inner, 'right');
    const target = field(inner, 'left');
    this.kept = true;
    return (
      value !== undefined && (target?.type === 'identifier' || target?.type === 'attribute') && this.isKnownValue(value)
    );
  }

  private isKnownValue(expression: Node): boolean {
    const node = unparenthesized(expression);
    if (/^(?:identifier|attribute|none|true|false|list|dictionary|string|subscript)$/.test(node.type)) return true;
    if (findLoopMaker(node, this.module) !== undefined) return true;
    return this.isKnownCall(node);
  }

  private isKnownCall(expression: Node): boolean {
    const node = unparenthesized(expression);
    if (node.type === 'await')
      return findDrives(node, this.module).length > 0 || node.children[0]?.type === 'identifier';
    if (node.type !== 'call') return this.same.has(this.shape(node, findDrives(node, this.module)));
    const { module } = this;
    const call = module.call(node);
    const name = module.resolve(call.function);
    if (name !== undefined && SAYS.test(name)) return true;
    if (name !== undefined && HARMLESS.test(name)) return true;
    if (name !== undefined && NESTS.test(name)) return this.note('nested');
    if (name !== undefined && STARTS.test(name)) return this.note('starts');
    if (call.function.type === 'attribute') {
      const method = module.text(field(call.function, 'attribute') as Node);
      if (method === 'add_done_callback') return this.isKnownCallback(call.args[0]);
      if (method === 'result') {
        this.waits = true;
        const receiver = field(call.function, 'object') as Node;
        return receiver.type === 'identifier' || this.isKnownCall(receiver);
      }
      if (method === 'add' || method === 'append') return this.note('kept');
      if (LOG_METHODS.has(method)) return true;
      if (method === 'join') this.waits = true;
      if (method === 'submit') this.starts = true;
      if (THREAD_METHODS.has(method)) return true;
    }
    if (findDrives(node, module).some((drive) => drive.node === node)) return true;
    return this.same.has(this.shape(node, findDrives(node, module)));
  }

  /** `lambda task: print(task.result())`: it may say how the task ended, or do what the other arm does. */
  private isKnownCallback(callback: Node | undefined): boolean {
    if (callback === undefined) return false;
    this.minded = true;
    const { module } = this;
    const definitions = callback.type === 'identifier' ? (module.scopes.bindingOf(callback)?.definitions ?? []) : [];
    const body = callback.type === 'lambda' ? callback : definitions[0]?.statement;
    // tasks.discard: the reference that kept it alive
    if (callback.type === 'attribute') return /\.(?:discard|remove)$/.test(module.text(callback));
    if (body === undefined || (body.type !== 'lambda' && body.type !== 'function_definition')) return false;
    for (const node of module.find('call', body)) {
      const call = module.call(node);
      const name = module.resolve(call.function) ?? '';
      const method = call.function.type === 'attribute' ? module.text(field(call.function, 'attribute') as Node) : '';
      const looks = method === 'result' || method === 'exception' || method === 'cancelled' || LOG_METHODS.has(method);
      const does =
        SAYS.test(name) || /^builtins\.(?:len|str|repr|type|isinstance|format|sorted|list)$/.test(name) || looks;
      if (!does && !this.isDoneByIdle(call.function)) return false;
    }
    return body.type === 'lambda' || !/\b(?:global|nonlocal)\b/.test(module.text(body));
  }

  private isDoneByIdle(callee: Node): boolean {
    const text = normalizedText(callee, this.module);
    return [...this.same].some((shape) => shape.includes(`${text}(`));
  }

  private note(what: 'nested' | 'starts' | 'kept'): true {
    this[what] = true;
    return true;
  }

  private noteWaiting(statement: Node): void {
    if (/\.result\(\s*\)|\.join\(/.test(this.module.text(statement))) this.waits = true;
    if (/^(?:return|\w+\s*=)/.test(this.module.text(statement))) this.kept = true;
  }

  private shape(node: Node, drives: readonly Drive[]): string {
    const holes = drives.map((drive) => resultOf(drive.node, this.module)).filter((hole) => contains(node, hole));
    return normalizedText(node, this.module, holes);
  }
}

/** `pool.submit(asyncio.run, X).result()`: the call whose value is the coroutine's. */
export function resultOf(drive: Node, module: Module): Node {
  const { parent } = drive;
  const call = parent?.parent;
  if (parent?.type !== 'attribute' || drive.field !== 'object' || call?.type !== 'call' || parent.field !== 'function')
    return drive;
  return module.text(field(parent, 'attribute') as Node) === 'result' ? call : drive;
}

function isSimple(node: Node): boolean {
  return /^(?:expression_statement|return_statement)$/.test(node.type);
}
