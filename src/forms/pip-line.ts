import type { Magic } from '../documents/document.js';
import type { Module } from '../python/module.js';
import { field, type Node, nodeAt, statementOf } from '../python/node.js';
import { contains, type Edit, type Range } from '../text.js';

/** A line that installs `nest_asyncio`, alone or with others (semantics.md §8.16). */
export interface InstallLine {
  /** The statement as the parser sees it: a magic line is one too. */
  readonly statement: Node;
  /** It installs nothing else: the line may go. */
  readonly isOnly: boolean;
  /** Takes the one word out, where others stay. */
  readonly edits: readonly Edit[];
  /** The cell magic that has nothing but this line below it: `%%capture⏎!pip install nest_asyncio`. */
  readonly cell: Magic | undefined;
}

const NAME = /^(["']?)nest[-_]asyncio2?(?:\[[^\]]*\])?(?:\s*[=<>~!]=?[^"']*)?\1$/i;
const INSTALL =
  /^(?:(?:sudo\s+)?(?:\S*\bpython[\d.]*|\{sys\.executable\})\s+-m\s+)?(?:uv\s+)?(?:pip[\d.]*|conda|mamba)\s+install\s/;
const WANTS_VALUE =
  /^(?:-[irctfe]|--(?:index-url|extra-index-url|requirement|constraint|target|find-links|channel|proxy))$/;

/**
 * The lines of a file that install `nest_asyncio`:
 *
 *     !pip install -q nest-asyncio           %pip install nest_asyncio==1.6.0      pip install nest_asyncio
 *     os.system('pip install nest_asyncio')  get_ipython().system('pip install nest-asyncio')
 */
export function findInstallLines(module: Module): readonly InstallLine[] {
  const { document } = module;
  const magics = document.magics.flatMap((magic): readonly InstallLine[] => {
    if (magic.kind !== 'shell' && magic.kind !== 'line' && magic.kind !== 'automagic') return [];
    if (magic.target !== undefined || magic.body !== undefined) return [];
    const text = document.code.slice(magic.start, magic.end);
    const lead = /^(?:!+|%)?\s*/.exec(text)?.[0].length ?? 0;
    return toLine({ start: magic.start + lead, end: magic.end }, magic, module);
  });
  const calls = [...module.find('call')].flatMap((call): readonly InstallLine[] => {
    const [argument] = module.call(call).args;
    if (argument?.type !== 'string' || !isShellCall(call, module) || statementOf(call).children[0] !== call) return [];
    const quote = /^["']/.test(module.text(argument)) ? 1 : 0;
    if (quote === 0) return [];
    return toLine({ start: argument.start + quote, end: argument.end - quote }, call, module);
  });
  return [...magics, ...calls];
}

function toLine(command: Range, whole: Range, module: Module): readonly InstallLine[] {
  const text = module.document.code
    .slice(command.start, command.end)
    .replace(/\s#.*$/s, '')
    .trimEnd();
  const install = INSTALL.exec(text)?.[0];
  if (install === undefined || /[\n;&|`$]|[<>](?!=)/.test(text.replace(/["'][^"']*["']/g, ''))) return [];
  const words = [...text.slice(install.length).matchAll(/"[^"]*"|'[^']*'|\S+/g)];
  const ours = words.filter(([word]) => NAME.test(word));
  const others = words.filter(([word], index) => !NAME.test(word) && isPackage(word, words[index - 1]?.[0]));
  const statement = findStatement(whole, module);
  if (ours.length === 0 || statement === undefined) return [];
  const at = command.start + install.length;
  const edits = ours.map(([word], index): Edit => {
    const start = at + (ours[index]?.index ?? 0);
    const behind = /^\s*/.exec(module.document.code.slice(start + word.length, command.end))?.[0].length ?? 0;
    const isLast = start + word.length + behind >= command.start + text.length;
    const before = /\s*$/.exec(module.document.code.slice(command.start, start))?.[0].length ?? 0;
    return isLast
      ? { start: start - before, end: start + word.length, text: '' }
      : { start, end: start + word.length + behind, text: '' };
  });
  const isOnly = others.length === 0;
  return [{ statement, isOnly, edits: isOnly ? [] : edits, cell: findCell(whole, module) }];
}

function isPackage(word: string, previous: string | undefined): boolean {
  if (/^-(?:r|e)|^--requirement/.test(word)) return true;
  return !word.startsWith('-') && !WANTS_VALUE.test(previous ?? '');
}

function findStatement(range: Range, module: Module): Node | undefined {
  const root = module.roots.find((each) => contains(each, { start: range.start, end: range.start + 1 }));
  return root && statementOf(nodeAt(root, { start: range.start, end: range.start + 1 }));
}

function findCell(line: Range, module: Module): Magic | undefined {
  const { code, magics } = module.document;
  return magics.find(({ kind, body, target }) => {
    if (kind !== 'cell' || body === undefined || target !== undefined || !contains(body, line)) return false;
    return code.slice(body.start, body.end).trim() === code.slice(line.start, line.end).trim();
  });
}

/** `os.system`, `get_ipython().system` */
function isShellCall(call: Node, module: Module): boolean {
  const callee = field(call, 'function') as Node;
  const name = module.resolve(callee);
  if (name === 'os.system') return true;
  return /^get_ipython\(\)\.(?:system|getoutput|run_line_magic)$/.test(module.text(callee));
}
