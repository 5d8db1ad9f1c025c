import { diagnostic } from '../diagnostics.js';
import type { Document, Magic } from '../documents/document.js';
import type { Diagnostic } from '../findings.js';
import type { Module } from '../python/module.js';
import { contains } from '../text.js';
import type { Silenced } from './cells.js';

/**
 * What it means that something runs no more: an error where a later line needs its value or its effect, a warning where it
 * may, a remark where it only concerned the notebook (behaviour.md, "Documents").
 */
export function judgeSilenced(all: readonly Silenced[], document: Document, module: Module): readonly Diagnostic[] {
  return all.flatMap((silenced) => judge(silenced, all, document, module) ?? []);
}

function judge(
  silenced: Silenced,
  all: readonly Silenced[],
  document: Document,
  module: Module,
): Diagnostic | undefined {
  const { magic } = silenced;
  // A broken cell has its own message.
  if (magic === undefined) return undefined;
  const spelled = firstLine(document.code.slice(silenced.start, silenced.end));
  const at = { start: silenced.start, end: silenced.start + spelled.length };
  if (magic.target !== undefined && isRead(magic.target, silenced, module)) {
    return diagnostic(at, 'LS714', spelled, `the value of \`${magic.target}\``);
  }
  switch (magic.kind) {
    case 'help':
      return undefined;
    case 'shell':
      return judgeShell(magic.argument, spelled, at, silenced, all, document, module);
    case 'cell':
      if (magic.name === 'timeit') return diagnostic(at, 'LS713', spelled);
      if (magic.name === 'writefile' || magic.name === 'file')
        return judgeFile(magic, spelled, at, silenced, all, document, module);
      return judgeShell(
        document.code.slice(silenced.start, silenced.end),
        spelled,
        at,
        silenced,
        all,
        document,
        module,
      );
    case 'line':
    case 'automagic':
      if (INSTALLS.test(`${magic.name} ${magic.argument}`)) return diagnostic(at, 'LS711', spelled);
      if (SHELL_LIKE.test(magic.name)) return judgeShell(magic.argument, spelled, at, silenced, all, document, module);
      return isNeeded(magic)
        ? diagnostic(at, 'LS714', spelled, 'what it does to the session')
        : diagnostic(at, 'LS713', spelled);
  }
}

/** Magics that change what later lines see: names, the directory, the environment, the loop. */
const NEEDED =
  /^(?:run|load|loadpy|cd|pushd|popd|env|set_env|pylab|store|autoawait|macro|rerun|recall|R|Rpush|Rpull|sql)$/;
/** `%env KEY` only shows what is set; `%cd` alone goes home. */
function isNeeded({ name, argument }: Magic): boolean {
  if (/^(?:set_)?env$/.test(name)) return /[=\s]/.test(argument.trim());
  return NEEDED.test(name) && argument !== '';
}

const SHELL_LIKE = /^(?:sx|system|sc|mkdir|cp|mv|rm|rmdir|bash|sh)$/;
const INSTALLS =
  /^!*\s*(?:\{?sys\.executable\}?\s+-m\s+)?(?:python3?\s+-m\s+)?(?:uv|pip3?|conda|mamba|micromamba|poetry|apt(?:-get)?|sudo|brew|npm)\b/;

function judgeShell(
  command: string,
  spelled: string,
  at: Diagnostic['at'],
  silenced: Silenced,
  all: readonly Silenced[],
  document: Document,
  module: Module,
): Diagnostic {
  if (INSTALLS.test(command.trim())) return diagnostic(at, 'LS711', spelled);
  const needed = findMention(fileWords(command), silenced, all, document, module);
  return needed === undefined ? diagnostic(at, 'LS711', spelled) : diagnostic(at, 'LS714', spelled, `\`${needed}\``);
}

function judgeFile(
  magic: Magic,
  spelled: string,
  at: Diagnostic['at'],
  silenced: Silenced,
  all: readonly Silenced[],
  document: Document,
  module: Module,
): Diagnostic {
  const file = magic.argument.split(/\s+/).findLast((word) => !word.startsWith('-')) ?? '';
  const name =
    file
      .replace(/^["']|["']$/g, '')
      .split('/')
      .pop() ?? '';
  const stem = name.replace(/\.py$/, '');
  const imported = importedModules(module).has(stem) ? stem : undefined;
  const needed = imported ?? findMention(new Set([name]), silenced, all, document, module);
  return needed === undefined ? diagnostic(at, 'LS711', spelled) : diagnostic(at, 'LS716', name);
}

function isRead(name: string, silenced: Silenced, module: Module): boolean {
  const uses = module.scopes.moduleScope.bindings.get(name)?.references ?? [];
  return uses.some((use) => !contains(silenced, use));
}

/** Words of a command that may be files it makes: `-O data.csv`, `> out.txt`, the last part of an address. */
function fileWords(command: string): ReadonlySet<string> {
  const words = command.split(/[\s"'=<>|;&(){}]+/).slice(1);
  const names = words.flatMap((word) =>
    word.startsWith('-')
      ? []
      : [
          word
            .replace(/[?#].*$/, '')
            .replace(/\/+$/, '')
            .split('/')
            .pop() ?? '',
        ],
  );
  return new Set(names.filter((name) => name.length > 2 && !/^\d+$/.test(name)));
}

/** The first of these that a string of the code that still runs names, or another silenced line does. */
function findMention(
  names: ReadonlySet<string>,
  silenced: Silenced,
  all: readonly Silenced[],
  { code }: Document,
  module: Module,
): string | undefined {
  const parts = (text: string) => text.split(/[\s"'\\/<>|;&(){}=,]+/);
  for (const string of module.find('string')) {
    if (all.some((range) => contains(range, string))) continue;
    const found = parts(module.text(string)).find((part) => names.has(part));
    if (found !== undefined) return found;
  }
  const later = all.filter(
    (other) => other !== silenced && other.start > silenced.start && other.magic?.name === 'run',
  );
  return later.flatMap((other) => parts(code.slice(other.start, other.end))).find((part) => names.has(part));
}

function importedModules(module: Module): ReadonlySet<string> {
  const names = module.scopes.scopes.flatMap((scope) =>
    [...scope.bindings.values()].flatMap((binding) =>
      binding.definitions.flatMap(({ qualifiedName }) => qualifiedName ?? []),
    ),
  );
  return new Set(names.map((name) => name.split('.')[0] ?? ''));
}

function firstLine(text: string): string {
  return text.trimStart().split(/\r?\n/)[0] ?? '';
}
