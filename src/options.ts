import type { PythonVersion } from './python/version.js';

export const TARGET_NAMES = ['notebook', 'repl', 'script', 'portable'] as const;
export type TargetName = (typeof TARGET_NAMES)[number];

export const GUARD_STYLES = ['auto', 'task', 'thread'] as const;
export type GuardStyle = (typeof GUARD_STYLES)[number];

/** What a conversion is asked for. Resolved once, at the edge, into {@link Settings}. */
export interface ConvertOptions {
  /** `auto`: a notebook or percent-format file becomes `notebook`, any other `script`. */
  readonly to?: TargetName | 'auto';
  /** `auto`: what the notebook says of itself, else {@link DEFAULT}. The command line asks pyproject.toml first. */
  readonly python?: PythonVersion | 'auto';
  readonly guard?: GuardStyle;
  /** `false`: never add the bridge helper; report instead. */
  readonly bridge?: boolean;
  /** Write edits that are likely right but cannot be proved from the file. */
  readonly unsafe?: boolean;
  /** Cell magics, besides IPython's own, whose body is Python in the notebook's namespace. */
  readonly pythonCellMagics?: readonly string[];
  /** Functions of the project that drive a coroutine as `asyncio.run` does, as qualified names. */
  readonly runWrappers?: readonly string[];
  /** Synchronous wrappers that drive a loop inside, with their async twins, as `package.Class.method:twin`. */
  readonly twins?: readonly string[];
  /** Only sites of these forms are converted; the others are left as they are, without a word. */
  readonly from?: readonly string[];
  /** Drop stale `asyncio.run() cannot be called …` outputs of converted cells. */
  readonly clearErrors?: boolean;
  /** The other files that import this one, or run it by `%run`. The command line looks for them among the files of its run. */
  readonly importedBy?: readonly Importer[];
  /** Asked for everything that would be written; `false` leaves it. May be asked more than once: answer alike. */
  readonly accept?: (offer: Offer) => boolean;
}

/** A file that imports another one, or runs it. */
export interface Importer {
  readonly path: string;
  /** What it imports by name; absent where it imports the module as a whole. */
  readonly names?: readonly string[];
}

/** What is written whole or not at all: a group of sites, or a rewrite of the document as a whole. */
export interface Offer {
  /** The same for the same source and options, whatever else is accepted. */
  readonly id: string;
  /** Offsets of its sites, in order; of a rewrite of the document, where it begins. */
  readonly sites: readonly number[];
  /** Number of the group, as in the result's sites; absent for a rewrite of the document. */
  readonly group?: number;
  /** One phrase, in the imperative: "await the coroutine". */
  readonly summary: string;
  /** What ties several sites together: "the loop `loop`". */
  readonly tie?: string;
}

/** {@link ConvertOptions} with every blank filled in, for one document. */
export interface Settings extends Required<Omit<ConvertOptions, 'to' | 'python' | 'from' | 'accept'>> {
  readonly to: TargetName;
  readonly python: PythonVersion;
  readonly from: readonly string[] | undefined;
  readonly accept: NonNullable<ConvertOptions['accept']> | undefined;
}
