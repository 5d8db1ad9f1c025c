import { gatherFacts } from './analysis/facts.js';
import { findPolicyCalls } from './analysis/policies.js';
import { describePromotion, type Promotion } from './analysis/promotion.js';
import { isAskedFor } from './decide.js';
import { diagnostic } from './diagnostics.js';
import type { Source } from './documents/document.js';
import { openDocument } from './documents/index.js';
import { recognize } from './forms/index.js';
import type { ConvertOptions, Settings } from './options.js';
import { type Decision, processSource } from './pipeline.js';
import { plan } from './plan.js';
import { POLICY, policies } from './policy-step.js';
import { type Module, parseModule } from './python/module.js';
import type { Node } from './python/node.js';
import type { PromotedReport, Result, SiteReport } from './result.js';
import { applySequence, type Step } from './sequence.js';
import { findSuppression, findUnusedSuppressions } from './suppressions.js';
import { targets } from './targets/index.js';
import type { Outcome } from './targets/target.js';

/**
 * Converts one file. Pure: reads nothing but its arguments, writes nothing.
 *
 * @returns What became of every run site, the new text, and the edits that lead to it. A file that cannot be opened gives
 * `status: 'failed'` and a diagnostic; nothing is thrown at the caller.
 */
export function convert(source: Source, options: ConvertOptions = {}): Result {
  const sites: Step = (given) => processSource(given, options, decide, { isWhole: options.from === undefined });
  if (!MAY_SET_POLICY.test(source.text)) return sites(source);
  const accept = options.accept && askAboutPolicy(source, options.accept);
  const policy: Step = (made) => processSource(made, { ...options, ...(accept && { accept }) }, decidePolicies);
  return applySequence([sites, policy], source);
}

/** The inventory of a file: every run site, with what `convert` would do with it. Changes nothing. */
export function scan(source: Source, options: ConvertOptions = {}): Result {
  if (MAY_SET_POLICY.test(source.text)) {
    const result = convert(source, options);
    return { ...result, output: source.text, edits: [], status: result.status === 'failed' ? 'failed' : 'unchanged' };
  }
  const look = (module: Module, settings: Settings) => ({ ...decide(module, settings), edits: [], clearErrors: [] });
  return processSource(source, options, look, { isWhole: options.from === undefined });
}

/** What sets a policy spells this, by whatever name it is called then. */
const MAY_SET_POLICY = /\bset_event_loop_policy\b|\b(?:uv|win)loop\b[\s\S]*\binstall\b/;

function decide(module: Module, settings: Settings): Decision {
  const { document } = module;
  const facts = gatherFacts(module, recognize(module, settings), settings);
  const { outcomes, ...made } = plan(targets[settings.to], facts);
  const sites = outcomes.filter(({ site }) => isAskedFor(site.form, facts)).map((outcome) => toReport(outcome, module));
  const converted = sites.filter((site) => site.status === 'converted');
  const cells = [...new Set(converted.map((site) => document.cellAt(site.at.start).index))];
  // The second step looks at them; whether they are skipped has to be known by the end of the first.
  if (settings.to === 'script') for (const { node } of findPolicyCalls(module)) findSuppression(node, module);
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

/** What is asked about speaks of the file as it was given, whatever the first step did to it. */
function askAboutPolicy(source: Source, accept: NonNullable<ConvertOptions['accept']>): typeof accept {
  const [call] = findPolicyCalls(parseModule(openDocument(source)));
  return (offer) => accept({ ...offer, id: POLICY, sites: call === undefined ? offer.sites : [call.node.start] });
}

/** The second step to a script, on what the first one wrote: a policy goes with the runs it was for, old and new. */
function decidePolicies(module: Module, settings: Settings): Decision {
  const isAsked = settings.to === 'script' && (settings.from?.includes(POLICY) ?? true);
  const sites = isAsked ? recognize(module, settings) : [];
  const { rewrites, diagnostics, edits } = isAsked
    ? plan(policies, gatherFacts(module, sites, settings))
    : { rewrites: [], diagnostics: [], edits: [] };
  return {
    rewrites,
    diagnostics,
    edits,
    sites: [],
    unsafeSites: 0,
    clearErrors: [],
    topLevelAwait: false,
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
