import type { Magic } from '../documents/document.js';
import type { Module } from '../python/module.js';
import { ancestors, descendants, field, type Node } from '../python/node.js';
import { RUNS_TEXT } from '../python/text-uses.js';
import type { Range } from '../text.js';

/** Text that drives a loop, or waits on one: none of it is parsed, and none is converted (rule 18). */
const DRIVES =
  /\b(?:asyncio|aio|uvloop|anyio)\.run\(|\.run_until_complete\(|\.run_forever\(|\basyncio\.Runner\(|\brun\(\w+\(|\.run_sync\(/;

const SHELL_METHODS = ['run_line_magic', 'run_cell_magic', 'magic', 'run_cell', 'ex', 'ev'];

export interface DrivingText {
  readonly call: Node;
  /** What runs it, as it is written. */
  readonly runner: string;
}

/**
 * Calls that run their text in the kernel, where a loop is running:
 *
 *     get_ipython().run_line_magic("time", "asyncio.run(main())")
 *     exec("result = asyncio.run(main())")
 */
export function findDrivingTexts(module: Module): readonly DrivingText[] {
  const shells = SHELL_METHODS.flatMap((name) => [...module.methodCalls(name)]).filter((call) =>
    isShell(field(call.function, 'object'), module),
  );
  return [...RUNS_TEXT.flatMap((name) => [...module.calls(name)]), ...shells].flatMap((call) => {
    const list = field(call.node, 'arguments');
    const texts = list === undefined ? [] : [...descendants(list)].filter(({ type }) => type === 'string');
    const drives = texts.some((text) => DRIVES.test(module.text(text)));
    return drives && !isIllegalAnyway(call.node) ? [{ call: call.node, runner: module.text(call.function) }] : [];
  });
}

/** `get_ipython()`, or a variable that holds it. */
function isShell(node: Node | undefined, module: Module): boolean {
  if (node?.type === 'call') return module.text(field(node, 'function') as Node).endsWith('get_ipython');
  const definitions = node?.type === 'identifier' ? (module.scopes.bindingOf(node)?.definitions ?? []) : [];
  return definitions.some(({ value }) => value?.type === 'call' && isShell(value, module));
}

/** In a coroutine it never worked. */
function isIllegalAnyway(node: Node): boolean {
  return [...ancestors(node)].some((up) => up.type === 'function_definition' && up.isAsync);
}

/** Python in the comments of a Databricks cell, which is run as code of the notebook: `# MAGIC %time asyncio.run(main())`. */
export function findDrivingMagics(module: Module): readonly (Range & { readonly runner: string })[] {
  const { cells, code } = module.document;
  return cells.flatMap((cell) => {
    const lines = code.slice(cell.start, cell.end).match(/^# MAGIC .*$/gm) ?? [];
    const [first = ''] = lines;
    const runner = /^# MAGIC %{1,2}(?:python|time|timeit|prun|capture)\b/.exec(first)?.[0];
    if (runner === undefined || !DRIVES.test(lines.join('\n'))) return [];
    const start = code.indexOf(first, cell.start);
    return [{ start, end: start + first.length, runner }];
  });
}

export interface WrittenModule {
  readonly magic: Magic;
  readonly file: string;
  /** The import of it. */
  readonly by: Node;
}

/** `%%writefile helper.py` above text that drives a loop, and a cell that imports it (rule 24). `%run helper.py` is told by itself. */
export function findWrittenModules(module: Module): readonly WrittenModule[] {
  const { document } = module;
  return document.magics.flatMap((magic) => {
    const file = /^(?:writefile|file)$/.test(magic.name) ? /(\w+)\.py\s*$/.exec(magic.argument) : null;
    if (file === null || magic.kind !== 'cell') return [];
    const cell = document.cellAt(magic.start);
    if (!DRIVES.test(document.code.slice(magic.start, cell.end))) return [];
    const by = [...module.find('import_statement'), ...module.find('import_from_statement')].find((statement) =>
      new RegExp(`^(?:from|import)\\b.*\\b${file[1]}\\b`).test(module.text(statement)),
    );
    return by === undefined ? [] : [{ magic, file: `${file[1]}.py`, by }];
  });
}
