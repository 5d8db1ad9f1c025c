import type { DiagnosticCode } from './catalog/index.js';
import { diagnostic } from './diagnostics.js';
import type { CustomCode, Diagnostic, Finding, Rewrite, Safety } from './findings.js';
import type { ConvertOptions, Settings } from './options.js';
import type { Module } from './python/module.js';
import type { Node } from './python/node.js';
import { type Edit, type Range, requireNode } from './text.js';

/** What an option of a transform may hold: what a command line can say. */
export type OptionValue = string | number | boolean | readonly string[];

/** One option of a transform. Its default says what type it has. */
export interface OptionSpec<Value> {
  readonly summary: string;
  /** What it is where it is not given. Of an empty list TypeScript wants to know the type: `[] as readonly string[]`. */
  readonly default: Value;
  /** All that it may be, where that is a few words. */
  readonly choices?: readonly NoInfer<Value>[];
}

export type OptionSpecs<Options> = { readonly [Key in keyof Options]: OptionSpec<Options[Key]> };

/** A named rewrite of Python. It says what it finds; it prints nothing, writes nothing and keeps no state. */
export interface Transform<Options extends object = object> {
  /** kebab-case, what `loopshift run` calls it by. */
  readonly name: string;
  /** One line for `loopshift list transforms`. */
  readonly summary: string;
  readonly options?: OptionSpecs<Options>;
  /** Rewrites and diagnostics of one file, as offsets into `module.document.code`, in any order. */
  apply(module: Module, options: Options, settings: Settings): Iterable<Finding>;
}

/** A named transform over loopshift's own engine: a conversion of some forms, for one target. */
export interface Conversion<Options extends object = object> {
  readonly name: string;
  readonly summary: string;
  readonly options?: OptionSpecs<Options>;
  /** What is asked of the engine; it goes before what else is asked for. */
  convert(options: Options): ConvertOptions;
}

/** Gives the transform back, with the type of its options worked out and checked. */
export function defineTransform<Options extends object = object>(transform: Transform<Options>): Transform<Options> {
  return transform;
}

/** Gives the conversion back, with the type of its options worked out and checked. */
export function defineConversion<Options extends object = object>(
  conversion: Conversion<Options>,
): Conversion<Options> {
  return conversion;
}

/** What a rewrite takes along besides its edits. */
export interface RewriteExtras {
  /** `unsafe`: likely right, not provable from the file; made only where unsafe edits are asked for. */
  readonly safety?: Safety;
  /**
   * Statements that go, with their lines. Better than edits of your own: where several take a whole body away, one `pass`
   * stays, and a comment at the end of the line is kept.
   */
  readonly removes?: readonly Node[];
  /**
   * Names, such as `time.sleep`, whose import goes too where these edits took its last use: `from time import sleep`, or
   * `import time` where nothing else reads `time`. An import that was unused before stays.
   */
  readonly frees?: readonly string[];
}

/**
 * Edits that are made whole or not at all.
 *
 * @param at what a person should look at: a report points there
 * @param summary one phrase, in the imperative: "await the coroutine"
 */
export function rewrite(at: Range, summary: string, edits: readonly Edit[], extras: RewriteExtras = {}): Rewrite {
  requireNode(at, 'rewrite');
  const { safety = 'safe', removes, frees } = extras;
  return {
    kind: 'rewrite',
    at: { start: at.start, end: at.end },
    summary,
    safety,
    edits,
    ...(removes !== undefined && { removes }),
    ...(frees !== undefined && { frees }),
  };
}

/** A diagnostic of your own: its code, and in words what is so and what to do. */
export type OwnDiagnostic = Pick<Diagnostic, 'message' | 'hint'> &
  Partial<Pick<Diagnostic, 'severity'>> & { readonly code: CustomCode };

/** A diagnostic of loopshift's catalogue; `data` fills the gaps of its message and hint. */
export function diagnose(at: Range, code: DiagnosticCode, ...data: readonly string[]): Diagnostic;
// The last one: what a compiler says of a call that fits neither is said of this.
/**
 * Why a place was left alone, or what to mind.
 *
 *     diagnose(call.node, { code: 'MY001', message: '`time.sleep` gets its time from elsewhere', hint: 'look at it' })
 *
 * @param own its severity is `warning` where none is given
 */
export function diagnose(at: Range, own: OwnDiagnostic): Diagnostic;
export function diagnose(at: Range, said: OwnDiagnostic | DiagnosticCode, ...data: readonly string[]): Diagnostic {
  if (typeof said === 'string') return diagnostic(at, said, ...data);
  requireNode(at, 'diagnose');
  const { code, message, hint, severity = 'warning' } = said;
  const place = { start: at.start, end: at.end };
  return { kind: 'diagnostic', at: place, code, severity, message, ...(hint !== undefined && { hint }) };
}

/** A transform did what it must not: its own code threw, it yields what is no finding, or it has no such option. */
export class TransformError extends Error {
  override readonly name = 'TransformError';

  constructor(
    readonly transform: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
