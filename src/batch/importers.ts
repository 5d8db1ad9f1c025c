import { dirname, resolve } from 'node:path';
import type { Importer } from '../options.js';
import type { Entry } from './discover.js';
import { createReader } from './read.js';

/**
 * Who among the files of a run imports one of them, as Python would find it: next to the importing file, in a directory above
 * it, or in `src` of one; or runs it, as IPython finds it. Reads all files of the run once, when it is first asked; what is
 * written in strings and comments counts too.
 *
 *     helpers.py                        importers of helpers.py
 *     report.ipynb:  import helpers     { path: 'report.ipynb' }
 *     app.py:        from helpers import fetch, get     { path: 'app.py', names: ['fetch', 'get'] }
 *     other.ipynb:   %run helpers.py    { path: 'other.ipynb' }
 *     !python helpers.py    runpy.run_path('helpers.py')
 */
export function createImporters(entries: readonly Entry[]): (path: string) => Promise<readonly Importer[]> {
  // No file imports itself.
  if (entries.length < 2) return async () => [];
  let index: Promise<Index> | undefined;
  return async (path) => {
    index ??= readImports(entries.flatMap((entry) => (entry.kind === 'file' ? [entry.path] : [])));
    return importersOf(pathOf(path), await index);
  };
}

/** Which file an import means is only found out for those that may mean the one that is asked for. */
interface Index {
  readonly modules: ReadonlySet<string>;
  /** By the last part of the module's name. */
  readonly imports: ReadonlyMap<string, readonly Found[]>;
}

interface Found extends Import {
  /** The file that it stands in. */
  readonly path: string;
}

async function readImports(paths: readonly string[]): Promise<Index> {
  const modules = new Set(paths.filter((path) => /\.pyw?$/i.test(path)).map(pathOf));
  const stems = new Set([...modules].map(stemOf));
  const imports = new Map<string, Found[]>([...stems].map((stem) => [stem, []]));
  const read = createReader();
  const own = createCopier();
  let next = Date.now() + TURN;
  for (const path of paths) {
    if (Date.now() >= next) {
      await new Promise((resolve) => setImmediate(resolve));
      next = Date.now() + TURN;
    }
    const text = textOf(path, read);
    for (const { stem, module, names } of importsIn(text, stems)) {
      imports.get(stem)?.push({ path, module: own(module), ...(names !== undefined && { names: names.map(own) }) });
    }
    for (const { stem, module } of runsIn(text, stems))
      imports.get(stem)?.push({ path, module: own(module), isRun: true });
  }
  return { modules, imports };
}

/** In milliseconds: a second Ctrl-C is to end a run here too, and signals arrive only when the event loop turns. */
const TURN = 50;

/** A part of a string keeps all of it in memory: what is to stay is copied, and once. */
function createCopier(): (text: string) => string {
  const copies = new Map<string, string>();
  return (text) => {
    const known = copies.get(text) ?? Buffer.from(text, 'latin1').toString('latin1');
    copies.set(known, known);
    return known;
  };
}

function importersOf(target: string, { modules, imports }: Index): readonly Importer[] {
  return (imports.get(stemOf(target)) ?? []).flatMap(({ path, module, names, isRun }) => {
    const importer = pathOf(path);
    const found = isRun ? findRun(module, importer) : findModule(module, importer, modules);
    if (importer === target || found !== target) return [];
    return [{ path, ...(names !== undefined && { names }) }];
  });
}

interface Import {
  /** With its leading dots; of what is run, the path. */
  readonly module: string;
  readonly isRun?: true;
  readonly names?: readonly string[];
}

const IMPORT =
  /(?:^|["';]|\\n)[ \t]*(?:from[ \t]+(\.*[\w.]*)[ \t]+import[ \t]*(\([^)]*\)|[^#\r\n"\\;]+)|import[ \t]+([\w., \t]+))/gm;

/** Imports by the last part of the name of what they import, if that is one of the stems. */
function* importsIn(text: string, stems: ReadonlySet<string>): Iterable<Import & { readonly stem: string }> {
  for (const [, from, named = '', whole = ''] of statementsIn(text)) {
    if (from === undefined) {
      for (const each of whole.split(',')) {
        const module = each.trim().split(/\s/, 1)[0] ?? '';
        const stem = lastPart(module);
        if (stems.has(stem)) yield { stem, module };
      }
      continue;
    }
    const names = named.match(/\w+/g) ?? [];
    const stem = lastPart(from);
    if (stems.has(stem)) yield { stem, module: from, ...(!named.includes('*') && { names }) };
    // from package import module
    for (const name of names) {
      if (stems.has(name)) yield { stem: name, module: `${from}${/^\.*$/.test(from) ? '' : '.'}${name}` };
    }
  }
}

/** A cell runs a file under its own name, or a program does: in all of them a top-level `await` is a SyntaxError. */
const RUN =
  /(?:(?:^|["']|\\n)[ \t]*(?:%run|!.{0,80}?\bpython[\d.]*\}?|!.{0,80}?\{sys\.executable\}"?)[ \t]+(?:-\w+[ \t]+)*|\brun_path\([ \t]*)(?:\\?["'])?([^\s"'\\)]+)/gm;

/** Files that are run, by the last part of their path. */
function* runsIn(text: string, stems: ReadonlySet<string>): Iterable<Import & { readonly stem: string }> {
  if (!/%run|run_path|!.{0,80}python/.test(text)) return;
  for (const [, path = ''] of text.matchAll(RUN)) {
    const module = /\.\w+$/.test(path) ? path : `${path}.py`;
    const stem = stemOf(`/${module}`);
    if (stems.has(stem)) yield { stem, module };
  }
}

/** IPython looks for it where the notebook lies. */
function findRun(path: string, importer: string): string {
  return pathOf(resolve(dirname(importer), path));
}

/** Over what lies between imports, which is most of a file, a search for the word comes ten times as fast as the expression. */
function* statementsIn(text: string): Iterable<RegExpExecArray> {
  let end = 0;
  for (let at = text.indexOf('import'); at !== -1; at = text.indexOf('import', end)) {
    // All that stands in front of the word stands on its line.
    IMPORT.lastIndex = Math.max(end, text.lastIndexOf('\n', at) + 1);
    const found = IMPORT.exec(text);
    if (found === null) return;
    end = IMPORT.lastIndex;
    yield found;
  }
}

function lastPart(module: string): string {
  return module.slice(module.lastIndexOf('.') + 1);
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
function textOf(path: string, read: (path: string) => Buffer): string {
  try {
    return read(path).toString('latin1');
  } catch {
    return '';
  }
}
