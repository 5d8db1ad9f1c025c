import type { Module } from '../python/module.js';
import { ancestors, field, type Node } from '../python/node.js';
import { atLeast, type PythonVersion } from '../python/version.js';

/** A name of asyncio that the chosen Python does not have. */
export interface MissingName {
  readonly node: Node;
  /** As it is called in full: `asyncio.TaskGroup`. */
  readonly name: string;
  readonly kind: 'not-yet' | 'no-more';
  readonly version: PythonVersion;
}

/** First Python that has it (semantics.md §9.1, §9.2). */
const SINCE: Readonly<Record<string, PythonVersion>> = {
  run: '3.7',
  create_task: '3.7',
  get_running_loop: '3.7',
  current_task: '3.7',
  all_tasks: '3.7',
  to_thread: '3.9',
  Runner: '3.11',
  TaskGroup: '3.11',
  timeout: '3.11',
  timeout_at: '3.11',
  Barrier: '3.11',
  eager_task_factory: '3.12',
  EventLoop: '3.13',
};

/** First Python that has it no more (§9.6, §9.7, §9.12). */
const GONE: Readonly<Record<string, PythonVersion>> = {
  'Task.all_tasks': '3.9',
  'Task.current_task': '3.9',
  coroutine: '3.11',
  get_child_watcher: '3.14',
  set_child_watcher: '3.14',
};

/** What the file takes from asyncio and the chosen Python does not have there, but for what a test of the version guards. */
export function findMissingNames(module: Module, python: PythonVersion): readonly MissingName[] {
  const found: MissingName[] = [];
  for (const node of module.find('attribute')) {
    const attribute = module.text(field(node, 'attribute') as Node);
    if (!KNOWN.has(attribute)) continue;
    const missing = judge(node, module.resolve(node), python);
    if (missing !== undefined && !isGuarded(node, module)) found.push(missing);
  }
  for (const scope of module.scopes.scopes) {
    for (const binding of scope.bindings.values()) {
      for (const { node, qualifiedName } of binding.definitions) {
        const missing = judge(node, qualifiedName, python);
        if (missing === undefined || isGuarded(node, module)) continue;
        // from asyncio import run   each use is judged by itself: an import that none is left of goes
        const uses = binding.references.length === 0 ? [node] : binding.references;
        found.push(...uses.map((use) => ({ ...missing, node: use })));
      }
    }
  }
  return found.sort((a, b) => a.node.start - b.node.start);
}

const KNOWN = new Set([...Object.keys(SINCE), ...Object.keys(GONE).map((name) => name.replace(/^.*\./, ''))]);

function judge(node: Node, name: string | undefined, python: PythonVersion): MissingName | undefined {
  if (name === undefined || !name.startsWith('asyncio.')) return undefined;
  const own = name.slice('asyncio.'.length);
  const since = Object.hasOwn(SINCE, own) ? SINCE[own] : undefined;
  if (since !== undefined && !atLeast(python, since)) return { node, name, kind: 'not-yet', version: since };
  const gone = Object.hasOwn(GONE, own) ? GONE[own] : undefined;
  if (gone !== undefined && atLeast(python, gone)) return { node, name, kind: 'no-more', version: gone };
  return undefined;
}

/** `if sys.version_info >= (3, 11):`, `if hasattr(asyncio, "timeout"):`, `try: … except AttributeError:` */
export function isGuarded(node: Node, module: Module): boolean {
  for (const up of ancestors(node)) {
    if (up.type === 'if_statement' || up.type === 'conditional_expression' || up.type === 'boolean_operator') {
      const condition = up.type === 'if_statement' ? field(up, 'condition') : up;
      if (condition !== undefined && /\b(?:version_info|hasattr)\b/.test(module.text(condition))) return true;
    }
    if (up.type === 'try_statement') {
      const handlers = up.children.filter((child) => child.type === 'except_clause');
      if (
        handlers.some((clause) => /^except[^:]*\b(?:AttributeError|ImportError|NameError)\b/.test(module.text(clause)))
      )
        return true;
    }
  }
  return false;
}
