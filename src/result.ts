import type { Document, Source } from './documents/document.js';
import type { Diagnostic, Rewrite, Safety } from './findings.js';
import type { Settings } from './options.js';
import type { Edit, Location, Range } from './text.js';

export type SiteStatus = 'converted' | 'unchanged' | 'blocked';

/** What became of one run site. */
export interface SiteReport {
  /** Name of the form it was found in (`run`, `await`, `guard` …). */
  readonly form: string;
  /** Name of the form it was written in, or would be; absent where it was refused. */
  readonly to?: string;
  readonly standing: string;
  readonly status: SiteStatus;
  /** `unsafe` sites are blocked with the code of the reason unless unsafe edits were asked for. */
  readonly safety: Safety;
  readonly at: Range;
  readonly location: Location;
  /** Sites with the same number convert together or not at all. */
  readonly group: number;
  /** Why it was refused, or what to mind where it was converted with a caution. */
  readonly code?: string;
  readonly message?: string;
  readonly hint?: string;
  /** Recorded in a baseline before. */
  readonly known?: true;
  /** The functions that become `async def` with it, the helper first; only where it is, or would be, converted. */
  readonly promotes?: readonly PromotedReport[];
}

/** One function of a promoted chain, and where it is called from. */
export interface PromotedReport {
  readonly name: string;
  readonly location: Location;
  /** `within`: the function around the call, which is promoted for its sake; absent where the place can await as it is. */
  readonly callers: readonly { readonly location: Location; readonly within?: string }[];
}

/** `known`: recorded in a baseline before. */
export type Located<T> = T & { readonly location: Location; readonly known?: true };

/** What became of one file. A dry run and a write run give the same. */
export interface Result {
  readonly source: Source;
  /** Equal to `source.text` where nothing changed. */
  readonly output: string;
  readonly status: 'changed' | 'unchanged' | 'failed';
  /** All that would change was recorded in a baseline before. */
  readonly known?: true;
  readonly sites: readonly SiteReport[];
  /** What belongs to no run site. */
  readonly diagnostics: readonly Located<Diagnostic>[];
  readonly rewrites: readonly Located<Rewrite>[];
  /** All edits, combined and in order, as offsets into `document.code`. */
  readonly edits: readonly Edit[];
  /** Absent where the file could not be opened. */
  readonly document?: Document;
  readonly settings?: Settings;
  /** How many sites would convert with `--unsafe`. */
  readonly unsafeSites: number;
}
