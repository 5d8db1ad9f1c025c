import { dirname, resolve } from 'node:path';
import type { Importer } from '../options.js';
import type { Entry } from './entries.js';
import { createReader } from './read.js';
import type { Survey } from './survey.js';

/**
 * Who among the files of a run imports one of them, as Python would find it: next to the importing file, in a directory above
 * it, or in `src` of one; or runs it, as IPython finds it. What is written in strings and comments counts too.
 *
 *     helpers.py                        importers of helpers.py
 *     report.ipynb:  import helpers     { path: 'report.ipynb' }
 *     app.py:        from helpers import fetch, get     { path: 'app.py', names: ['fetch', 'get'] }
 *     other.ipynb:   %run helpers.py    { path: 'other.ipynb' }
 *     !python helpers.py    runpy.run_path('helpers.py')
 *
 * @param survey only files that may mention the name where they import or run something are read
 */
export function createImporters(
  entries: readonly Entry[],
  survey: Pick<Survey, 'mayImport' | 'isEmpty'>,
): (path: string) => Promise<readonly Importer[]> {
  // No file imports itself.
  if (entries.length < 2) return async () => [];
  let modules: Modules | undefined;
  const known = new Map<string, readonly Found[]>();
  const read = createReader();
  const own = createCopier();
  return async (path) => {
    const target = pathOf(path);
    const stem = stemOf(target);
    const candidates = await survey.mayImport(stem);
    modules ??= modulesOf(entries, survey.isEmpty);
    const importers: Importer[] = [];
    for (const candidate of candidates) {
      const imports = known.get(candidate) ?? [...foundIn(textOf(candidate, read), modules.stems, own)];
      known.set(candidate, imports);
      importers.push(...importersOf(target, stem, candidate, imports, modules.paths));
    }
    return importers;
  };
}

interface Modules {
  readonly paths: ReadonlySet<string>;
  /** The last part of the name of each one that may be asked for: one without a site never is. */
  readonly stems: ReadonlySet<string>;
}

function modulesOf(entries: readonly Entry[], isEmpty: Survey['isEmpty']): Modules {
  const [paths, stems] = [new Set<string>(), new Set<string>()];
  for (const entry of entries) {
    if (entry.kind !== 'file' || !/\.pyw?$/i.test(entry.path)) continue;
    const module = pathOf(entry.path);
    paths.add(module);
    if (!isEmpty(entry)) stems.add(stemOf(module));
  }
  return { paths, stems };
}

/** A part of a string keeps all of it in memory: what is to stay is copied, and once. */
function createCopier(): (text: string) => string {
  const copies = new Map<string, string>();
  return (text) => {
    const known = copies.get(text) ?? Buffer.from(text, 'latin1').toString('latin1');
    copies.set(known, known);
    return known;
  };
}

function* importersOf(
  target: string,
  stem: string,
  path: string,
  imports: readonly Found[],
  modules: ReadonlySet<string>,
): Iterable<Importer> {
  const importer = pathOf(path);
  if (importer === target) return;
  for (const { stem: named, module, isRun, names } of imports) {
    if (named !== stem) continue;
    const found = isRun ? findRun(module, importer) : findModule(module, importer, modules);
    if (found === target) yield { path, ...(names !== undefined && { names }) };
  }
}

/** Which file it means is only found out where it may mean the one that is asked for. */
interface Found {
  /** The last part of the module's name. */
  readonly stem: string;
  /** With its leading dots; of what is run, the path. */
  readonly module: string;
  readonly isRun?: true;
  readonly names?: readonly string[];
}

const IMPORT =
  /(?:^|["';]|\\n)[ \t]*(?:from[ \t]+(\.*[\w.]*)[ \t]+import[ \t]*(\([^)]*\)|[^#\r\n"\\;]+)|import[ \t]+([\w., \t]+))/gm;

function* foundIn(text: string, stems: ReadonlySet<string>, own: (text: string) => string): Iterable<Found> {
  yield* importsIn(text, stems, own);
  yield* runsIn(text, stems, own);
}

/** Imports of what one of the stems may be. */
function* importsIn(text: string, stems: ReadonlySet<string>, own: (text: string) => string): Iterable<Found> {
  for (const [, from, named = '', whole = ''] of statementsIn(text)) {
    if (from === undefined) {
      for (const each of whole.split(',')) {
        const module = each.trim().split(/\s/, 1)[0] ?? '';
        const stem = lastPart(module);
        if (stems.has(stem)) yield { stem: own(stem), module: own(module) };
      }
      continue;
    }
    const names = named.match(/\w+/g) ?? [];
    const stem = lastPart(from);
    if (stems.has(stem))
      yield { stem: own(stem), module: own(from), ...(!named.includes('*') && { names: names.map(own) }) };
    // from package import module
    for (const name of names) {
      if (stems.has(name)) yield { stem: own(name), module: own(`${from}${/^\.*$/.test(from) ? '' : '.'}${name}`) };
    }
  }
}

/** A cell runs a file under its own name, or a program does: in all of them a top-level `await` is a SyntaxError. */
const RUN =
  /(?:(?:^|["']|\\n)[ \t]*(?:%run|!.{0,80}?\bpython[\d.]*\}?|!.{0,80}?\{sys\.executable\}"?)[ \t]+(?:-\w+[ \t]+)*|\brun_path\([ \t]*)(?:\\?["'])?([^\s"'\\)]+)/gm;

const RUNNERS = ['%run', 'run_path', 'python', '{sys.executable}'];

/** Files that are run, by the last part of their path. */
function* runsIn(text: string, stems: ReadonlySet<string>, own: (text: string) => string): Iterable<Found> {
  if (!RUNNERS.some((word) => text.includes(word))) return;
  for (const [, path = ''] of text.matchAll(RUN)) {
    const module = /\.\w+$/.test(path) ? path : `${path}.py`;
    const stem = stemOf(`/${module}`);
    if (stems.has(stem)) yield { stem: own(stem), module: own(module), isRun: true };
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
  const folder = path.lastIndexOf('/');
  const stem = path.slice(folder + 1, path.lastIndexOf('.'));
  return stem === '__init__' ? path.slice(path.lastIndexOf('/', folder - 1) + 1, folder) : stem;
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
