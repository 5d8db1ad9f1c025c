import { gatherFacts } from './analysis/facts.js';
import { describePromotion, type Promotion } from './analysis/promotion.js';
import { isAskedFor } from './decide.js';
import { diagnostic } from './diagnostics.js';
import type { Source } from './documents/document.js';
import { recognize } from './forms/index.js';
import type { ConvertOptions, Settings } from './options.js';
import { type Decision, processSource } from './pipeline.js';
import { plan } from './plan.js';
import type { Module } from './python/module.js';
import type { Node } from './python/node.js';
import type { PromotedReport, Result, SiteReport } from './result.js';
import { findUnusedSuppressions } from './suppressions.js';
import { targets } from './targets/index.js';
import type { Outcome } from './targets/target.js';

/**
 * Converts one file. Pure: reads nothing but its arguments, writes nothing.
 *
 * @returns What became of every run site, the new text, and the edits that lead to it. A file that cannot be opened gives
 * `status: 'failed'` and a diagnostic; nothing is thrown at the caller.
 */
export function convert(source: Source, options: ConvertOptions = {}): Result {
  return processSource(source, options, decide, { isWhole: options.from === undefined });
}

/** The inventory of a file: every run site, with what `convert` would do with it. Changes nothing. */
export function scan(source: Source, options: ConvertOptions = {}): Result {
  const look = (module: Module, settings: Settings) => ({ ...decide(module, settings), edits: [], clearErrors: [] });
  return processSource(source, options, look, { isWhole: options.from === undefined });
}

function decide(module: Module, settings: Settings): Decision {
  const { document } = module;
  const facts = gatherFacts(module, recognize(module, settings), settings);
  const { outcomes, ...made } = plan(targets[settings.to], facts);
  const sites = outcomes.filter(({ site }) => isAskedFor(site.form, facts)).map((outcome) => toReport(outcome, module));
  const converted = sites.filter((site) => site.status === 'converted');
  const cells = [...new Set(converted.map((site) => document.cellAt(site.at.start).index))];
  const unused = settings.from === undefined ? findUnusedSuppressions(module, settings.to) : [];
  return {
    ...made,
    diagnostics: [...made.diagnostics, ...unused],
    sites,
    clearErrors: settings.clearErrors ? cells : [],
    topLevelAwait: settings.to === 'notebook' || settings.to === 'repl',
    broken: (message) => diagnostic({ start: 0, end: 0 }, 'LS902', message),
  };
}

function toReport({ site, status, to, safety, note, group, promotion }: Outcome, module: Module): SiteReport {
  const { document } = module;
  return {
    form: site.form,
    ...(to !== undefined && { to }),
    standing: site.standing.comprehensions.length > 0 ? 'comprehension' : site.standing.kind,
    status,
    safety,
    at: site.extent,
    location: document.locate(site.extent.start),
    group,
    ...(note !== undefined && {
      code: note.code,
      message: note.message,
      ...(note.hint !== undefined && { hint: note.hint }),
    }),
    ...(status === 'converted' && promotion !== undefined && { promotes: toChain(promotion, module) }),
  };
}

const reported = new WeakMap<Promotion, readonly PromotedReport[]>();

/** Once for all the sites of a chain. */
function toChain(promotion: Promotion, module: Module): readonly PromotedReport[] {
  const chain = reported.get(promotion) ?? describeChain(promotion, module);
  reported.set(promotion, chain);
  return chain;
}

function describeChain(promotion: Promotion, module: Module): readonly PromotedReport[] {
  const locate = (node: Node) => module.document.locate(node.start);
  return describePromotion(promotion, module).map(({ name, definition, callers }) => ({
    name,
    location: locate(definition),
    callers: callers.map(({ call, within }) => ({ location: locate(call), ...(within !== undefined && { within }) })),
  }));
}
