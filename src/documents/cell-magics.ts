import type { Range } from '../text.js';
import { physicalEnd } from './logical-lines.js';

/** What becomes of a cell under a cell magic. */
export type CellMagicKind = 'python' | 'other' | 'unknown';

export interface CellMagicLine {
  /** From `%%` to the line end. */
  readonly line: Range;
  readonly name: string;
  readonly argument: string;
}

/** `%%time`, `%%capture out`; `%%time?` asks for help instead. `at` is the first character of the cell that is no white space. */
export function findCellMagic(code: string, at: number, limit: number): CellMagicLine | undefined {
  if (!code.startsWith('%%', at)) return undefined;
  const end = physicalEnd(code, at, limit);
  const text = code.slice(at, end);
  if (/^%%\w+\?/.test(text)) return undefined;
  const [, name = '', argument = ''] = /^%%(\S*)\s*(.*?)\s*$/s.exec(text) ?? [];
  return { line: { start: at, end }, name, argument };
}

export function cellMagicKind(name: string, configured: readonly string[]): CellMagicKind {
  if (NAMESPACE_MAGICS.has(name) || configured.includes(name)) return 'python';
  return OTHER_MAGICS.has(name) ? 'other' : 'unknown';
}

/** `%%capture [--no-stderr] [--no-stdout] [--no-display] [output]` keeps what was printed under a name. */
export function cellMagicTarget(name: string, argument: string): string | undefined {
  if (name !== 'capture') return undefined;
  return argument.split(/\s+/).find((word) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(word));
}

/**
 * A first line with a single `%` by which Databricks gives the whole cell another language: `%sql⏎SELECT 1`.
 * IPython knows none of these as line magics, but ipython-sql brings a `%sql` with Python below it.
 */
export function findLanguageMagic(
  code: string,
  at: number,
  limit: number,
  databricks: boolean,
): CellMagicLine | undefined {
  const [whole = '', name = ''] =
    /^%(sql|r|scala|sh|md-sandbox|md|fs|python)(?=\s|$)/.exec(code.slice(at, at + 12)) ?? [];
  if (name === '' || at + whole.length > limit) return undefined;
  const end = physicalEnd(code, at, limit);
  const argument = code.slice(at + whole.length, end).trim();
  const magic = { line: { start: at, end }, name, argument };
  if (name !== 'sql' || databricks) return magic;
  return isSqlBelow(argument, code.slice(end, limit)) ? magic : undefined;
}

/** `%sql` alone on its line, or with a statement that goes on below. */
function isSqlBelow(argument: string, below: string): boolean {
  const rest = below.trim();
  if (rest === '') return false;
  if (argument === '') return true;
  if (/^from\s+[\w.]+\s+import\b/.test(rest)) return false;
  return SQL.test(rest);
}

const SQL =
  /^(?:--|(?:select|from|where|group\s+by|order\s+by|having|limit|join|left\s+join|inner\s+join|union|and\s|or\s|values|set\s|insert\s+into|update\s+\w+\s+set|delete\s+from|create\s+(?:or|table|view|temp))\b)/i;

/** Their bodies run in the notebook's own namespace. */
const NAMESPACE_MAGICS: ReadonlySet<string> = new Set(['capture', 'debug', 'prun', 'time', 'timeit']);

/** Known to hand the cell to something else: another process, another language, a file, a page. */
const OTHER_MAGICS: ReadonlySet<string> = new Set(
  `! HTML SVG bash cmd file html javascript js latex markdown perl pypy python python2 python3 ruby script sh svg sx system
   writefile R Rpush ai appendfile bigquery bqsql cython cython_inline cython_pyximport configure cpp css cuda cu cypher
   dot duckdb fortran graphql graph gremlin jl julia kql local logs matlab mermaid nvcc oc octave
   opencypher powershell pwsh px pyspark rust scala send_to_spark shell spark sparksql sparql sql sqlcmd sqlite
   tikz writetemplate`.split(/\s+/),
);
