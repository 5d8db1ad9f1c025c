import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Importer } from '../options.js';
import type { Entry } from './discover.js';

/**
 * Who among the files of a run imports one of them, as Python would find it: next to the importing file, in a directory above
 * it, or in `src` of one. Reads all files of the run once, when it is first asked; what is written in strings and comments
 * counts too.
 *
 *     helpers.py                        importers of helpers.py
 *     report.ipynb:  import helpers     { path: 'report.ipynb' }
 *     app.py:        from helpers import fetch, get     { path: 'app.py', names: ['fetch', 'get'] }
 */
export function createImporters(entries: readonly Entry[]): (path: string) => readonly Importer[] {
  let known: ReadonlyMap<string, readonly Importer[]> | undefined;
  // No file imports itself.
  if (entries.length < 2) return () => [];
  return (path) => {
    known ??= findAll(entries.flatMap((entry) => (entry.kind === 'file' ? [entry.path] : [])));
    return known.get(pathOf(path)) ?? [];
  };
}

function findAll(paths: readonly string[]): ReadonlyMap<string, readonly Importer[]> {
  const modules = new Set(paths.filter((path) => /\.pyw?$/i.test(path)).map(pathOf));
  const stems = new Set([...modules].map(stemOf));
  const found = new Map<string, Importer[]>();
  for (const path of paths) {
    const own = pathOf(path);
    for (const { module, names } of importsIn(textOf(path))) {
      if (!stems.has(module.slice(module.lastIndexOf('.') + 1))) continue;
      const target = findModule(module, own, modules);
      if (target === undefined || target === own) continue;
      const importer = { path, ...(names !== undefined && { names }) };
      found.set(target, [...(found.get(target) ?? []), importer]);
    }
  }
  return found;
}

interface Import {
  /** With its leading dots. */
  readonly module: string;
  readonly names?: readonly string[];
}

const IMPORT =
  /(?:^|["';])[ \t]*(?:from[ \t]+(\.*[\w.]*)[ \t]+import[ \t]*(\([^)]*\)|[^#\r\n"\\;]+)|import[ \t]+([\w., \t]+))/gm;

function* importsIn(text: string): Iterable<Import> {
  if (!text.includes('import')) return;
  for (const [, from, named = '', whole = ''] of text.matchAll(IMPORT)) {
    if (from === undefined) {
      for (const each of whole.split(',')) yield { module: each.trim().split(/\s/, 1)[0] ?? '' };
      continue;
    }
    const names = named.match(/\w+/g) ?? [];
    yield { module: from, ...(!named.includes('*') && { names }) };
    // from package import module
    for (const name of names) yield { module: `${from}${/^\.*$/.test(from) ? '' : '.'}${name}` };
  }
}

function findModule(module: string, importer: string, modules: ReadonlySet<string>): string | undefined {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const parts = module.slice(dots).replaceAll('.', '/');
  let base = dirname(importer);
  for (let n = 1; n < dots; n++) base = dirname(base);
  for (;;) {
    for (const folder of dots > 0 ? [base] : [base, `${base}/src`]) {
      const path = `${folder}/${parts}`.replaceAll('\\', '/');
      const hit = [`${path}.py`, `${path}/__init__.py`, `${path}.pyw`].find((each) => modules.has(each));
      if (hit !== undefined) return hit;
    }
    const up = dirname(base);
    if (dots > 0 || up === base) return undefined;
    base = up;
  }
}

/** `helpers`; of a package, its directory. */
function stemOf(path: string): string {
  const [, folder = '', stem = ''] = /([^/]*)\/([^/]*)\.pyw?$/i.exec(path) ?? [];
  return stem === '__init__' ? folder : stem;
}

function pathOf(path: string): string {
  return resolve(path).replaceAll('\\', '/');
}

/** A file that cannot be read imports nothing; that it cannot is told when its turn comes. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
