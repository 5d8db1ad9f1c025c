import type { Module } from '../python/module.js';
import type { Node } from '../python/node.js';
import type { Range } from '../text.js';

/**
 * Cuts a plain Python file into what a person would put into cells: one for each paragraph of the top level.
 *
 *     """What it does."""        the docstring, `__future__` and all imports that open the file: one cell
 *     import asyncio
 *
 *     # Settings                 a comment stays with what follows it
 *     URL = '…'
 *
 *     async def main(): …        a function or a class: a cell of its own, whatever stands beside it
 *
 *     if __name__ == '__main__': …
 *
 * Statements that share a line stay together. The ranges cover all of the text but blank lines between them.
 */
export function findBlocks(module: Module): readonly Range[] {
  const { code } = module.document;
  const [root] = module.roots;
  const nodes = root?.children ?? [];
  if (nodes.length === 0) return code.trim() === '' ? [] : [{ start: 0, end: code.trimEnd().length }];
  const blocks: Block[] = [];
  for (const paragraph of paragraphs(nodes, code)) {
    const previous = blocks.at(-1);
    if (previous === undefined) blocks.push(paragraph);
    else if (joins(previous, paragraph)) blocks[blocks.length - 1] = join(previous, paragraph);
    else blocks.push(paragraph);
  }
  const [first] = blocks;
  if (first === undefined) return [];
  return [{ start: 0, end: first.end }, ...blocks.slice(1).map(({ start, end }) => ({ start, end }))];
}

interface Block extends Range {
  readonly nodes: readonly Node[];
}

/** Runs of nodes without a blank line between them, cut in front of and behind each function and class. */
function* paragraphs(nodes: readonly Node[], code: string): Iterable<Block> {
  let run: Node[] = [];
  for (const node of nodes) {
    const last = run.at(-1);
    const gap = last === undefined ? '' : code.slice(last.end, node.start);
    const isSameLine = last !== undefined && !gap.includes('\n');
    const isApart = /\n[ \t\f]*\r?\n/.test(gap) || (last !== undefined && isDefinition(last));
    // # why⏎def f(): …   the comment right above belongs to it
    const above = isDefinition(node) && !isApart ? run.findLastIndex((each) => each.type !== 'comment') + 1 : 0;
    if (last === undefined || isSameLine) run.push(node);
    else if (isApart) {
      yield toBlock(run);
      run = [node];
    } else if (above > 0) {
      yield toBlock(run.slice(0, above));
      run = [...run.slice(above), node];
    } else run.push(node);
  }
  if (run.length > 0) yield toBlock(run);
}

function toBlock(nodes: readonly Node[]): Block {
  return { start: (nodes[0] as Node).start, end: (nodes.at(-1) as Node).end, nodes };
}

/** A comment of its own goes with what follows; what opens the file is one cell up to its last import. */
function joins(previous: Block, next: Block): boolean {
  const isComment = previous.nodes.every(({ type }) => type === 'comment');
  const opens = (block: Block) => block.nodes.every((node) => node.type === 'comment' || isOpening(node));
  const hasImport = next.nodes.some((node) => /import/.test(node.type));
  return isComment || (opens(previous) && opens(next) && hasImport);
}

function join(previous: Block, next: Block): Block {
  return { start: previous.start, end: next.end, nodes: [...previous.nodes, ...next.nodes] };
}

function isOpening(node: Node): boolean {
  const isText = node.type === 'expression_statement' && node.children[0]?.type === 'string';
  return isText || /^(?:import|import_from|future_import)_statement$/.test(node.type);
}

function isDefinition({ type }: Node): boolean {
  return type === 'decorated_definition' || type === 'function_definition' || type === 'class_definition';
}
