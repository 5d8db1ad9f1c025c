import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DocumentError } from '../src/documents/document.js';
import { openDocument } from '../src/documents/index.js';
import { TARGET_NAMES } from '../src/options.js';
import { resolveSettings } from '../src/pipeline.js';
import { atLeast, minor, type PythonVersion } from '../src/python/version.js';
import { type Case, readCases, readSubfolders } from '../src/testing/cases.js';
import { expectedDiagnostics } from '../src/testing/expectations.js';
import { exportedCases } from './support/exported-cases.js';
import { findPythons, PYODIDE, runPython } from './support/pythons.js';

/** A fixture's output, to be compiled. Cells are compiled one by one. */
interface Unit {
  readonly name: string;
  readonly since: PythonVersion;
  /** Top-level await is legal: a notebook, or `python -m asyncio`. */
  readonly interactive: boolean;
  /** IPython takes a cell that is indented as a whole. */
  readonly indented: boolean;
  readonly cells: readonly string[];
  /** What the input's cells are, where a refused input may be as broken as it was; empty where the output must compile. */
  readonly excuse: readonly string[];
}

/** An `await` that is refused stays where no Python takes it. */
const UNCOMPILED = ['export-script/await-in-a-lambda.py'];

const PROGRAM = `
import ast, json, re, sys

def broken(cells, interactive, indented):
    flags = getattr(ast, 'PyCF_ALLOW_TOP_LEVEL_AWAIT', 0) if interactive else 0
    for number, cell in enumerate(cells, 1):
        indent = re.match(r'[ \\t]*', cell).group()
        if indent and indented:
            cell = re.sub('(?m)^' + indent, '', cell)
        try:
            compile(cell, 'cell %d' % number, 'exec', flags, True)
        except Exception as error:
            return '%s, line %s: %s' % (error.__class__.__name__, getattr(error, 'lineno', '?'), error)

problems = []
for unit in json.load(sys.stdin):
    problem = broken(unit['cells'], unit['interactive'], unit['indented'])
    if problem and not (unit['excuse'] and broken(unit['excuse'], unit['interactive'], unit['indented'])):
        problems.append(unit['name'] + ': ' + problem)
print(json.dumps(problems))
`;

const pythons = findPythons();
const units = [...readUnits(), ...readScripts()];

describe('outputs of fixtures compile', () => {
  const leaveOut = it.skip;
  if (pythons.length === 0) leaveOut('compile checks under CPython (none found)', () => undefined);

  const isNewest = pythons.some((python) => atLeast(python.version, PYODIDE.version));
  for (const python of isNewest ? pythons : [...pythons, PYODIDE]) {
    const fitting = units.filter(
      (unit) => atLeast(python.version, unit.since) && (!unit.interactive || atLeast(python.version, '3.8')),
    );
    it(`under CPython ${python.version}: ${fitting.length}`, () => {
      expect(runPython(python, PROGRAM, fitting)).toEqual([]);
    });
  }

  const newest = Math.max(minor(PYODIDE.version), ...pythons.map((python) => minor(python.version)));
  const beyond = units.filter((unit) => minor(unit.since) > newest);
  if (beyond.length > 0)
    leaveOut(`${beyond.length} that need CPython 3.${newest + 1} or newer (none found)`, () => undefined);
});

function readUnits(): readonly Unit[] {
  const folder = join(__dirname, '../__testfixtures__');
  return TARGET_NAMES.map((target) => `to-${target}`)
    .filter((name) => existsSync(join(folder, name)) && readdirSync(join(folder, name)).length > 0)
    .flatMap((name) => ['', ...readSubfolders(join(folder, name))].map((below) => join(name, below)))
    .flatMap((name) => readCases(join(folder, name), {}).flatMap((each) => toUnit(name, each)));
}

/** The scripts of exported notebooks; but for one that stays what no Python compiles, as its report says (LS722). */
function readScripts(): readonly Unit[] {
  return exportedCases().flatMap(({ path }) => {
    const script = path.replace(/\.ipynb$/, '.py');
    const name = join('export-script', basename(script));
    if (!existsSync(script) || UNCOMPILED.includes(name)) return [];
    const options = path.replace(/\.ipynb$/, '.options.json');
    const { python } = existsSync(options) ? JSON.parse(readFileSync(options, 'utf8')) : { python: undefined };
    const document = openDocument({ path, text: readFileSync(path, 'utf8') });
    const { python: since } = resolveSettings(document, { to: 'script', python });
    return [{ name, since, interactive: false, indented: false, cells: [readFileSync(script, 'utf8')], excuse: [] }];
  });
}

/** Nothing where the file cannot be opened: there is no output to speak of. */
function toUnit(folder: string, each: Case): readonly Unit[] {
  const path = each.name + each.extension;
  const options = { pythonCellMagics: each.options.pythonCellMagics ?? [] };
  const to = TARGET_NAMES.find((name) => folder.startsWith(`to-${name}`)) ?? 'auto';
  try {
    const input = openDocument({ path, text: each.input }, options);
    const output = openDocument({ path, text: each.output }, options);
    const settings = resolveSettings(output, { to, ...each.options });
    const isRefused = expectedDiagnostics(input).length > 0 || each.options.diagnostics !== undefined;
    return [
      {
        name: join(folder, each.name),
        since: settings.python,
        interactive: settings.to === 'notebook' || settings.to === 'repl',
        indented: output.format !== 'python',
        cells: pythonCells(output),
        excuse: isRefused ? pythonCells(input) : [],
      },
    ];
  } catch (error) {
    if (error instanceof DocumentError) return [];
    throw error;
  }
}

function pythonCells({ cells, masked }: ReturnType<typeof openDocument>): readonly string[] {
  return cells.filter((cell) => cell.kind === 'code' && cell.python).map((cell) => masked.slice(cell.start, cell.end));
}
