import { contains, type Range } from '../text.js';
import { findOwnModule } from './dynamic.js';
import type { Module } from './module.js';
import { descendants, field, type Node } from './node.js';

/** What runs code that it is given as text. */
export const RUNS_TEXT = [
  'builtins.exec',
  'builtins.eval',
  'timeit.timeit',
  'timeit.repeat',
  'timeit.Timer',
  'cProfile.run',
];

/**
 * Where a name is used by text, which no reference shows.
 *
 *     exec("asyncio.run(main())")      exec(code)      text that is run; what it holds may not be in sight
 *     task: "asyncio.Task"                             an annotation that is looked up later
 *     >>> asyncio.run(main())                          a doctest
 *     globals()[name], sys.modules[__name__]           the names of the module, by whatever key
 *
 * @param gone what is taken away, and uses nothing any more
 */
export function findTextUse(name: string, module: Module, gone: readonly Range[] = []): Node | undefined {
  const stays = (node: Node) => !gone.some((range) => contains(range, node));
  const word = new RegExp(`\\b${name}\\b`);
  for (const { node, args } of RUNS_TEXT.flatMap((runner) => [...module.calls(runner)])) {
    const [code] = args;
    if (stays(node) && (code === undefined || !isPlainText(code, module) || word.test(module.text(node)))) return node;
  }
  for (const type of module.find('type')) {
    const quoted = [...descendants(type)].find((node) => node.type === 'string' && word.test(module.text(node)));
    if (quoted !== undefined && stays(quoted)) return quoted;
  }
  return findDoctest(name, module, stays) ?? findLookup(word, module, stays) ?? findOwnModule(module, name);
}

/** A line of an interactive example that names it. */
export function findDoctest(
  name: string,
  module: Module,
  counts: (node: Node) => boolean = () => true,
): Node | undefined {
  const example = new RegExp(`^[ \\t]*(?:>>>|\\.\\.\\.)[ \\t].*\\b${name}\\b`, 'm');
  for (const node of module.find('string')) {
    if (example.test(module.text(node)) && counts(node)) return node;
  }
  return undefined;
}

/** `globals()[name]`, `"asyncio" in globals()`; a literal that names something else is harmless. */
function findLookup(word: RegExp, module: Module, counts: (node: Node) => boolean): Node | undefined {
  for (const { node } of module.calls('builtins.globals')) {
    const { parent } = node;
    const key =
      parent?.type === 'subscript'
        ? field(parent, 'subscript')
        : parent?.type === 'comparison_operator'
          ? parent.children[0]
          : parent?.type === 'attribute'
            ? field(parent.parent, 'arguments')?.children[0]
            : undefined;
    const isOther = key !== undefined && isPlainText(key, module) && !word.test(module.text(key));
    if (counts(node) && !isOther) return node;
  }
  return undefined;
}

function isPlainText(node: Node, module: Module): boolean {
  return node.type === 'string' && !/^[rbu]*[ft]/i.test(module.text(node));
}
