import { isDiagnosticCode } from './catalog/index.js';
import { convert } from './convert.js';
import { diagnostic } from './diagnostics.js';
import type { Source } from './documents/document.js';
import { combine, EditConflict } from './edits.js';
import { type Diagnostic, type Finding, isCustomCode, type Rewrite } from './findings.js';
import type { ConvertOptions, Offer, Settings } from './options.js';
import { type Decision, processSource } from './pipeline.js';
import { findUnusedImports, removeImportedNames } from './python/imports.js';
import type { Module } from './python/module.js';
import { removeStatements } from './removals.js';
import type { Result } from './result.js';
import { findSuppression } from './suppressions.js';
import type { Edit } from './text.js';
import { type Conversion, type OptionSpecs, type Transform, TransformError } from './transform.js';

/**
 * Applies one transform to one file. Pure: reads nothing but its arguments, writes nothing.
 *
 * A rewrite is made whole or not at all; two that want the same place make neither, and the result names both. The output
 * is parsed again: one that is no valid Python any more is thrown away.
 *
 * @param options the transform's own; what is left out has its default
 * @param settings what `convert` takes: the Python in use, whether unsafe edits are wanted
 * @throws {TransformError} where the transform's code throws
 */
export function applyTransform<Options extends object>(
  transform: Transform<Options> | Conversion<Options>,
  source: Source,
  options: Partial<Options> = {},
  settings: ConvertOptions = {},
): Result {
  const given = { ...defaultsOf(transform.options), ...options } as Options;
  if (!('apply' in transform)) return convert(source, { ...settings, ...transform.convert(given) });
  return processSource(source, settings, (module, resolved) => {
    const findings = collect(transform, module, given, resolved);
    return decide(transform.name, findings, module, resolved);
  });
}

function defaultsOf<Options>(specs: OptionSpecs<Options> | undefined): Partial<Options> {
  const rows = Object.entries(specs ?? {}) as readonly (readonly [string, { readonly default: unknown }])[];
  return Object.fromEntries(rows.map(([name, spec]) => [name, spec.default])) as Partial<Options>;
}

function collect<Options extends object>(
  transform: Transform<Options>,
  module: Module,
  options: Options,
  settings: Settings,
): readonly Finding[] {
  try {
    const findings = [...transform.apply(module, options, settings)];
    for (const finding of findings) check(finding, module);
    return findings;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new TransformError(transform.name, message, { cause: error });
  }
}

function check(finding: Finding, module: Module): void {
  const { length } = module.document.code;
  const ranges = finding.kind === 'rewrite' ? [finding.at, ...finding.edits] : [finding.at];
  const wrong = ranges.find(({ start, end }) => !(0 <= start && start <= end && end <= length));
  if (wrong !== undefined) throw new Error(`no such range: ${wrong.start} to ${wrong.end}`);
  if (finding.kind === 'rewrite') return;
  const { code } = finding;
  if (!isDiagnosticCode(code) && !isCustomCode(code))
    throw new Error(`\`${code}\` is no code: capitals and three digits or more, such as MY001; LS is taken`);
}

function decide(name: string, findings: readonly Finding[], module: Module, settings: Settings): Decision {
  const rewrites: Rewrite[] = [];
  const diagnostics: Diagnostic[] = [];
  let unsafe = 0;
  for (const finding of findings) {
    const skip = findSuppression(finding.at, module);
    if (skip !== undefined) {
      diagnostics.push(skip);
    } else if (finding.kind === 'diagnostic') {
      diagnostics.push(finding);
    } else if (finding.safety === 'unsafe' && !settings.unsafe) {
      unsafe += 1;
      diagnostics.push(diagnostic(finding.at, 'LS906', name, finding.summary));
    } else if (settings.accept?.(toOffer(name, finding)) === false) {
      diagnostics.push(diagnostic(finding.at, 'LS115'));
    } else rewrites.push(finding);
  }
  const { code } = module.document;
  const decision: Decision = {
    sites: [],
    diagnostics,
    rewrites: [],
    edits: [],
    unsafeSites: unsafe,
    clearErrors: [],
    broken: (message) => diagnostic({ start: 0, end: 0 }, 'LS905', name, message),
  };
  const settled = settle(rewrites, module);
  const clash = findClash(settled, code);
  if (clash !== undefined) {
    const [first, second] = clash;
    const { line } = module.document.locate(second.at.start);
    return { ...decision, failure: diagnostic(first.at, 'LS904', name, first.summary, second.summary, `${line}`) };
  }
  const edits = combine(
    settled.flatMap((rewrite) => rewrite.edits),
    code,
  );
  return { ...decision, rewrites: settled.map((each) => ({ ...each, edits: combine(each.edits, code) })), edits };
}

function toOffer(name: string, { at, summary }: Rewrite): Offer {
  return { id: `${name} ${at.start} ${summary}`, sites: [at.start], summary };
}

/** The first two rewrites that cannot both be made; one may be at odds with itself. */
function findClash(rewrites: readonly Rewrite[], code: string): readonly [Rewrite, Rewrite] | undefined {
  const all = rewrites.flatMap((rewrite) => rewrite.edits);
  try {
    combine(all, code);
    return undefined;
  } catch (error) {
    if (!(error instanceof EditConflict)) throw error;
    const owner = (edit: Edit) => rewrites.findLast(({ edits }) => edits.some((each) => isSame(each, edit)));
    const [first, last] = [rewrites[0], rewrites.at(-1)];
    return [owner(error.first) ?? first, owner(error.second) ?? last] as readonly [Rewrite, Rewrite];
  }
}

function isSame(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

/** Rewrites with the edits that take their statements away, and the imports that nothing needs once all is done. */
function settle(rewrites: readonly Rewrite[], module: Module): readonly Rewrite[] {
  const removed = [...new Set(rewrites.flatMap((rewrite) => rewrite.removes ?? []))];
  const edits = rewrites.flatMap((rewrite) => rewrite.edits);
  const inserted = edits.filter((edit) => edit.text !== '').map((edit) => edit.start);
  const early = [...edits, ...removeStatements(module, removed, inserted)];
  const freed = new Set(rewrites.flatMap((rewrite) => rewrite.frees ?? []));
  const unused = removeImportedNames(findUnusedImports(module, early, (name) => freed.has(name)));
  const gone = [...new Set([...removed, ...unused.statements])];
  const removals = removeStatements(module, gone, inserted);
  return rewrites.map((rewrite, index) => {
    const own = gone.flatMap((statement, i) => {
      const owner = rewrites.findIndex((each) => each.removes?.includes(statement));
      const edit = removals[i];
      return Math.max(owner, 0) === index && edit !== undefined ? [edit] : [];
    });
    return { ...rewrite, edits: [...rewrite.edits, ...own, ...(index === 0 ? unused.edits : [])] };
  });
}
