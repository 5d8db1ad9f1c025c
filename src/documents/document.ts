import type { Edit, Location, Range } from '../text.js';

/** File text as read (decoded, byte order mark kept), and the name that chooses the format. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

export type CellKind = 'code' | 'markdown' | 'raw';

/** A cell; its range in `Document.code` holds the cell's source, whatever its kind. A plain `.py` file is one code cell. */
export interface Cell extends Range {
  readonly kind: CellKind;
  /** 1-based over all cells. */
  readonly index: number;
  readonly id?: string;
  readonly tags: readonly string[];
  /** The text is Python that this document's environment runs in the module's own namespace, with or without a cell magic above. */
  readonly python: boolean;
}

/**
 * Something IPython understands and Python does not. `Document.masked` shows Python of the same length in its place.
 *
 *     %%time⏎y = f()      cell     name: 'time'   body: `y = f()` (Python)
 *     %%bash⏎ls           cell     name: 'bash'   body: not Python, wholly masked
 *     %time y = f()       line     name: 'time'   body: `y = f()` (Python)
 *     x = %time f()       line     name: 'time'   body: `f()`, target: `x`
 *     %matplotlib inline  line     name: 'matplotlib'
 *     !pip install x      shell    x = !ls has `target: x`
 *     f?                  help
 *     pip install x       automagic
 */
export interface Magic extends Range {
  readonly kind: 'cell' | 'line' | 'shell' | 'help' | 'automagic';
  readonly name: string;
  /** What stands behind the name: options, or the command. */
  readonly argument: string;
  /** The part that is Python and stays visible in `masked`; absent where nothing in it is. */
  readonly body?: Range;
  /** The name that the value is assigned to. */
  readonly target?: string;
}

/** A problem that belongs to the document, not to a run site: an R kernel, a broken cell. */
export interface DocumentNote {
  readonly at: Range;
  readonly code: 'LS110' | 'LS111' | 'LS112' | 'LS113' | 'LS114';
  readonly data: readonly string[];
}

export interface Document {
  readonly source: Source;
  /** Name of its {@link DocumentFormat}. */
  readonly format: 'python' | 'percent' | 'notebook';
  /** Line ends as in the source; every {@link Range} and {@link Edit} points in here. */
  readonly code: string;
  /** `code` with everything that is not Python replaced, at equal length and with equal line ends. What the parser reads. */
  readonly masked: string;
  readonly cells: readonly Cell[];
  readonly magics: readonly Magic[];
  readonly notes: readonly DocumentNote[];
  /** Cells run where a loop is running and top-level await is legal: a notebook, a percent-format file. */
  readonly interactive: boolean;
  /** Python version the document itself names (`metadata.language_info.version`), as written. */
  readonly pythonVersion?: string;
  locate(offset: number): Location;
  cellAt(offset: number): Cell;
  /** The innermost magic whose body, or whose own text, holds the offset. */
  magicAt(offset: number): Magic | undefined;
  /** The same edits as offsets into `source.text`: for a notebook, inside its JSON strings. What a raw diff is built from. */
  sourceEdits(edits: readonly Edit[], options?: SpliceOptions): readonly Edit[];
  /** `splice([]) === source.text`. Edits must not overlap (see `combine` in src/edits.ts). */
  splice(edits: readonly Edit[], options?: SpliceOptions): string;
}

export interface SpliceOptions {
  /** Indexes (1-based) of cells whose stale `asyncio.run() cannot be called …` error output goes too. Notebooks only. */
  readonly clearErrors?: readonly number[];
}

export interface DocumentFormat {
  readonly name: Document['format'];
  readonly extensions: readonly string[];
  matches(source: Source): boolean;
  /** @throws {DocumentError} where the text is not what the path claims. */
  open(source: Source, options: OpenOptions): Document;
}

export interface OpenOptions {
  /** Names of cell magics, besides IPython's own, whose body is Python in the notebook's namespace. */
  readonly pythonCellMagics: readonly string[];
}

/** The text is not what its name claims: invalid JSON, no notebook. Reported as `failed`, never thrown at a user. */
export class DocumentError extends Error {
  constructor(
    readonly code: 'LS101' | 'LS102' | 'LS103' | 'LS104',
    readonly data: readonly string[],
    readonly line: number = 1,
    readonly column: number = 1,
  ) {
    super(`${code} ${data.join(' ')}`);
    this.name = 'DocumentError';
  }
}
