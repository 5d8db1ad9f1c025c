import { readFileSync } from 'node:fs';
import { systemMessage } from '../batch/system-error.js';
import { diagnostic } from '../diagnostics.js';
import { DocumentError } from '../documents/document.js';
import { decode } from '../documents/encoding.js';
import { openDocument } from '../documents/index.js';
import { type Module, parseModule } from '../python/module.js';
import { descendants, type Node } from '../python/node.js';
import { loadParser } from '../python/parser.js';
import { printable, printableLines } from '../reporters/index.js';
import type { Command } from './command.js';
import { help } from './option.js';
import { operands, text } from './parse.js';
import { createTerminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** Behind which the text of a node stands, where there is room. */
const COLUMN = 44;

/** `loopshift tree app.py`: what a transform sees of a file. */
export const tree: Command = {
  name: 'tree',
  positionals: '<file>',
  summary: 'Show a file as a transform sees it: types, fields, and what names mean',
  groups: [
    {
      title: 'Options',
      options: [
        {
          name: 'line',
          kind: 'text',
          value: 'N',
          help: 'only what stands on this line; in a notebook, of each cell',
        },
        ...help.options,
      ],
    },
  ],
  examples: [['loopshift tree app.py --line 7', 'for `module.find(type)` and `field(node, name)`']],
  async run(argv) {
    const [path, ...more] = operands(argv);
    if (path === undefined || more.length > 0) throw new UsageError('tree takes exactly one file');
    const line = readLine(text(argv, 'line'));
    await loadParser();
    const module = open(path);
    const out = module.roots.flatMap((root) => draw(root, module, line)).join('');
    const err = module.faults.map(({ at, message }) => {
      const place = module.document.locate(at.start);
      const cell = place.cell === undefined ? '' : `cell ${place.cell}:`;
      return `${path}:${cell}${place.line}:${place.column} does not parse: ${message}\n`;
    });
    await createTerminal().print({ out, err: printableLines(err.join('')) });
    return 0;
  },
};

function readLine(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(value)) throw new UsageError(`--line: \`${value}\` is no line number`);
  return Number(value);
}

function open(path: string): Module {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new UsageError(`${path}: ${systemMessage(error)}`);
  }
  try {
    return parseModule(openDocument({ path, text: decode(bytes).text }));
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new UsageError(`${path}: ${diagnostic({ start: 0, end: 0 }, error.code, ...error.data).message}`);
  }
}

/** A cell, as lines; nothing where none of its statements is on the line. */
function draw(root: Node, module: Module, line: number | undefined): readonly string[] {
  const { document } = module;
  const cell = document.format === 'python' ? undefined : document.cellAt(root.start).index;
  const shown = line === undefined ? root.children : onLine(root, line, module);
  const lines = shown.flatMap((statement) => drawNode(statement, module));
  return cell === undefined || lines.length === 0 ? lines : [`cell ${cell}\n`, ...lines];
}

/** The innermost statements that a line is part of. */
function onLine(block: Node, line: number, module: Module): readonly Node[] {
  const covering = block.children.filter(
    (node) => lineOf(node.start, module) <= line && line <= lineOf(node.end - 1, module),
  );
  return covering.flatMap((node) => {
    const inner = [...descendants(node)]
      .filter(({ type }) => type === 'block')
      .flatMap((each) => onLine(each, line, module));
    return inner.length > 0 ? [...new Set(inner)] : [node];
  });
}

function drawNode(top: Node, module: Module): readonly string[] {
  const lines: string[] = [];
  const stack: (readonly [Node, number])[] = [[top, 0]];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [node, level] = next;
    lines.push(`${printable(row(node, level, module))}\n`);
    for (let i = node.children.length - 1; i >= 0; i--) stack.push([node.children[i] as Node, level + 1]);
  }
  return lines;
}

/** `5:4     function: attribute          time.sleep  = time.sleep` */
function row(node: Node, level: number, module: Module): string {
  const { line, column } = module.document.locate(node.start);
  const kind = `${node.isAsync ? 'async ' : ''}${node.type}${node.operator === undefined ? '' : ` ${node.operator}`}`;
  const head = `${`${line}:${column}`.padEnd(8)}${'  '.repeat(level)}${node.field === undefined ? '' : `${node.field}: `}${kind}`;
  const name = isName(node) ? module.resolve(node) : undefined;
  const meaning = name === undefined ? '' : `  = ${name}`;
  return `${head.padEnd(COLUMN)}  ${firstLine(module.text(node))}${meaning}`;
}

function isName({ type, field, parent }: Node): boolean {
  const isPartOfOne = field === 'attribute' || (field === 'name' && parent?.type === 'keyword_argument');
  return (type === 'identifier' || type === 'attribute') && !isPartOfOne;
}

function firstLine(text: string): string {
  const [line = '', ...rest] = text.split(/\r?\n|\r/);
  return rest.length > 0 || line.length > 60 ? `${line.slice(0, 60).trimEnd()} …` : line;
}

function lineOf(offset: number, module: Module): number {
  return module.document.locate(offset).line;
}
