import { diagnostic } from '../diagnostics.js';
import type { Document, Source } from '../documents/document.js';
import { openDocument } from '../documents/index.js';
import { minor } from '../python/version.js';
import type { FileOutcome } from '../reporters/reporter.js';
import type { Result } from '../result.js';
import type { Compiler, Unit, Verdict } from './compiler.js';

/** Has each output compiled by a CPython before it is shown or written. */
export interface Verifier {
  /** @param exported the file of another kind that was made (`-o`); absent where the file itself changes. */
  verify(outcome: FileOutcome, exported?: Source): Promise<FileOutcome>;
  /** What was done, for who watches; nothing where nothing was. */
  summary(): readonly string[];
  close(): void;
}

export function createVerifier(compiler: Compiler): Verifier {
  let compiled = 0;
  const others = new Set<number>();
  return {
    async verify(outcome, exported) {
      const { result } = outcome;
      const { document, settings } = result;
      if (document === undefined || settings === undefined) return outcome;
      if (exported === undefined && result.status !== 'changed') return outcome;
      const { pythonCellMagics } = settings;
      const open = (source: Source) => openDocument(source, { pythonCellMagics });
      const output = open(exported ?? { path: result.source.path, text: result.output });
      const awaits = settings.to === 'notebook' || settings.to === 'repl';
      if (awaits && compiler.minor < 8)
        return refused(outcome, compiler, 'it knows no `await` at module level, which 3.8 and later do');
      compiled += 1;
      if (minor(settings.python) !== compiler.minor) others.add(minor(settings.python));
      const verdict = await compiler.compile({
        after: exported === undefined ? unit(output, awaits) : written(output, awaits),
        before: unit(document, awaits),
        minor: minor(settings.python),
      });
      return judged(outcome, verdict, output, compiler);
    },
    summary() {
      if (compiled === 0) return [];
      const files = `${compiled} ${compiled === 1 ? 'output' : 'outputs'}`;
      const meant = [...others].sort((a, b) => a - b).map((each) => `3.${each}`);
      return [
        `${files} compiled by CPython ${compiler.version} (${compiler.path})`,
        ...(meant.length === 0
          ? []
          : [`some are meant for Python ${meant.join(', ')}: --verify-with PATH names another CPython`]),
      ];
    },
    close: () => compiler.close(),
  };
}

function judged(outcome: FileOutcome, verdict: Verdict, output: Document, compiler: Compiler): FileOutcome {
  switch (verdict.kind) {
    case 'compiles':
      return outcome;
    case 'none':
      return refused(outcome, compiler, verdict.reason);
    case 'fault': {
      const { cell, line, message } = verdict.fault;
      const where = isByCell(output) ? `cell ${pythonCells(output)[cell]?.index ?? cell + 1} of the output, ` : '';
      return failed(outcome, 'LS907', compiler.version, `${where}line ${line ?? 1}: ${message}`);
    }
  }
}

function refused(outcome: FileOutcome, compiler: Compiler, reason: string): FileOutcome {
  return failed(outcome, 'LS908', compiler.version, reason);
}

/** The same outcome with nothing changed, and why. */
function failed({ result, encode }: FileOutcome, code: 'LS907' | 'LS908', ...data: readonly string[]): FileOutcome {
  const location = { path: result.source.path, line: 1, column: 1 };
  const why = { ...diagnostic({ start: 0, end: 0 }, code, ...data), location };
  const { source } = result;
  const left: Result = {
    ...result,
    output: source.text,
    status: 'failed',
    diagnostics: [...result.diagnostics, why],
    rewrites: [],
    edits: [],
  };
  return encode === undefined ? { result: left } : { result: left, encode };
}

/** The Python of a file that may hold magics: they are masked, as for loopshift's own parser. */
function unit(document: Document, awaits: boolean): Unit {
  if (!awaits && !isByCell(document)) return whole(document.masked);
  const cells = pythonCells(document).map(({ start, end }) => document.masked.slice(start, end));
  return { cells, awaits, indented: document.format !== 'python' };
}

/** A new file. A script is one program, and a magic left in it would be a SyntaxError. */
function written(document: Document, awaits: boolean): Unit {
  return awaits || document.format === 'notebook' ? unit(document, awaits) : whole(document.code);
}

function whole(code: string): Unit {
  return { cells: [code], awaits: false, indented: false };
}

/** A notebook; a percent-format file with magics, which no Python takes as one program. */
function isByCell({ format, magics }: Document): boolean {
  return format === 'notebook' || magics.length > 0;
}

function pythonCells({ cells }: Document): Document['cells'] {
  return cells.filter((cell) => cell.kind === 'code' && cell.python);
}
