import { convert } from './convert.js';
import { diagnostic } from './diagnostics.js';
import type { Source } from './documents/document.js';
import { combine, EditConflict } from './edits.js';
import type { Diagnostic, Finding, Rewrite } from './findings.js';
import type { ConvertOptions, Offer, Settings } from './options.js';
import { keepComments } from './own/comments.js';
import { requireFinding, requireFindings } from './own/findings.js';
import { resolveOptions } from './own/options.js';
import { type Decision, processSource } from './pipeline.js';
import type { Module } from './python/module.js';
import { findUnusedImports, removeImportedNames } from './python/unused-imports.js';
import { removeStatements } from './removals.js';
import type { Result } from './result.js';
import { findSuppression } from './suppressions.js';
import type { Edit } from './text.js';
import { type Conversion, type Transform, TransformError } from './transform.js';
import { findUnbound } from './unbound.js';

/**
 * Applies one transform to one file. Pure: reads nothing but its arguments, writes nothing.
 *
 * A rewrite is made whole or not at all; two that want the same place make neither, and the result names both. The output
 * is parsed again: one that is no valid Python any more is thrown away.
 *
 * @param options the transform's own; what is left out has its default
 * @param settings what `convert` takes: the Python in use, whether unsafe edits are wanted
 * @throws {TransformError} where the transform's code throws, yields what is no finding, or has no such option
 */
export function applyTransform<Options extends object>(
  transform: Transform<Options> | Conversion<Options>,
  source: Source,
  options: Partial<Options> = {},
  settings: ConvertOptions = {},
): Result {
  const given = attempt(transform.name, () => resolveOptions(transform, options));
  if (!('apply' in transform)) return convert(source, { ...settings, ...transform.convert(given) });
  return processSource(source, settings, (module, resolved) => {
    const findings = attempt(transform.name, () => collect(transform, module, given, resolved));
    return decide(transform.name, findings, module, resolved);
  });
}

/** @throws {TransformError} whatever is thrown, with the place in the transform's file where that can be seen */
function attempt<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const place = error instanceof Error ? findPlace(error) : undefined;
    throw new TransformError(name, place === undefined ? message : `${message} (${place})`, { cause: error });
  }
}

/** `my-transform.ts:12`: the innermost place outside of loopshift that an error comes from, if it comes from there. */
function findPlace(error: Error): string | undefined {
  const traced = (trace: string | undefined) =>
    [...(trace ?? '').matchAll(/^\s+at .*?\(?([^\s()]*[\\/])([^\s()\\/:]+:\d+):\d+\)?$/gm)].map(
      ([, folder = '', place = '']) => ({ folder, place }),
    );
  // Built, loopshift is several files in one folder.
  const [own] = traced(new Error('here').stack);
  const isOwn = ({ folder }: { readonly folder: string }) => folder === own?.folder;
  const frames = traced(error.stack);
  // What called loopshift stands behind the last frame of its own; what loopshift called, in front of it.
  const last = frames.findLastIndex(isOwn);
  const called = last === -1 ? frames : frames.slice(0, last);
  return called.find((frame) => !isOwn(frame) && !/^node:|[\\/]node_modules[\\/]/.test(frame.folder))?.place;
}

function collect<Options extends object>(
  transform: Transform<Options>,
  module: Module,
  options: Options,
  settings: Settings,
): readonly Finding[] {
  const given: unknown = transform.apply(module, options, settings);
  requireFindings(given);
  const { length } = module.document.code;
  return [...given].map((finding) => {
    requireFinding(finding, length);
    return finding;
  });
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
    } else rewrites.push(keepComments(finding, module));
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
  const unbound = findUnbound(edits, module);
  if (unbound !== undefined) {
    const { line } = module.document.locate(unbound.read.start);
    return { ...decision, failure: diagnostic(unbound.definition, 'LS909', name, unbound.name, `${line}`) };
  }
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

/** `time.sleep` of `time` */
function isPartOf(name: string, whole: string): boolean {
  return name === whole || name.startsWith(`${whole}.`);
}

/** Rewrites with the edits that take their statements away, and the imports that nothing needs once all is done. */
function settle(rewrites: readonly Rewrite[], module: Module): readonly Rewrite[] {
  const removed = [...new Set(rewrites.flatMap((rewrite) => rewrite.removes ?? []))];
  const edits = rewrites.flatMap((rewrite) => rewrite.edits);
  const inserted = edits.filter((edit) => edit.text !== '').map((edit) => edit.start);
  const early = [...edits, ...removeStatements(module, removed, inserted)];
  const freed = rewrites.flatMap((rewrite) => rewrite.frees ?? []);
  const unused = removeImportedNames(
    findUnusedImports(module, early, (name) => freed.some((each) => isPartOf(each, name) || isPartOf(name, each))),
  );
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
