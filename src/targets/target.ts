import type { Facts } from '../analysis/facts.js';
import type { Group, Tie } from '../analysis/groups.js';
import type { Promotion } from '../analysis/promotion.js';
import type { Diagnostic, Safety } from '../findings.js';
import type { Draft, Form, FormName, RunSite } from '../forms/form.js';
import type { TargetName } from '../options.js';
import type { PythonVersion } from '../python/version.js';
import type { SiteStatus } from '../result.js';
import type { Edit } from '../text.js';

/** What became of one site. */
export interface Outcome {
  readonly site: RunSite;
  readonly status: SiteStatus;
  readonly to: FormName | undefined;
  readonly safety: Safety;
  /** Why it was refused, or what to mind. */
  readonly note: Diagnostic | undefined;
  /** Sites with the same number convert together or not at all. */
  readonly group: number;
  /** The functions that become async for it. */
  readonly promotion?: Promotion;
}

/** One environment: which form each site takes there. */
export interface Target {
  readonly name: TargetName;
  readonly summary: string;
  /** First Python the target exists for. */
  readonly since: PythonVersion;
  /** More reasons for sites to convert together, besides a shared loop: a helper they all wait for, a span they all move into. */
  ties?(facts: Facts): readonly Tie[];
  /** One answer for a whole group, where the target has one (`async def main()` for a span); else `undefined`. */
  together?(group: Group, facts: Facts): Together | undefined;
  choose(site: RunSite, facts: Facts): Choice;
  /** Edits that belong to the document, not to a site, once it is known what converted: nest_asyncio, policies. */
  finish?(outcomes: readonly Outcome[], facts: Facts): readonly Finish[];
  /** Edits that depend on what all others leave, in order and combined: what a cell displays. */
  polish?(edits: readonly Edit[], facts: Facts): readonly Edit[];
}

export type Choice =
  /** It is right as it stands. */
  { readonly kind: 'keep'; readonly note?: Diagnostic } | Write | { readonly kind: 'refuse'; readonly why: Diagnostic };

export interface Write {
  readonly kind: 'write';
  readonly form: Form;
  readonly summary: string;
  readonly safety?: Safety;
  /** Edits beyond the site's own: the helper that becomes async and its callers. Asked for once where sites share them. */
  readonly also?: Draft;
  /** The functions that `also` makes async, with their calls: for the report. */
  readonly promotion?: Promotion;
  /** What to mind; for an unsafe choice, why it is unsafe. */
  readonly caution?: Diagnostic;
  /** Keep the statements that set the loop up: the form written still needs them. */
  readonly keepsScaffolding?: true;
}

export type Together =
  | {
      readonly kind: 'write';
      readonly form: Form;
      readonly summary: string;
      readonly draft: Draft;
      readonly safety?: Safety;
      /** What to mind; said once, at the first site. */
      readonly caution?: Diagnostic;
      /** What to mind at places that are no sites. */
      readonly notes?: readonly Diagnostic[];
    }
  /** `culprit`: the one site that `why` speaks of; the others are left because they hang together with it. */
  | { readonly kind: 'refuse'; readonly why: Diagnostic; readonly culprit?: RunSite };

/** A finding of the document as a whole. */
export type Finish = {
  /** What `from` calls it, where it is a rewrite of its own: `nest-asyncio`. Absent for what other rewrites need. */
  readonly form?: string;
} & (
  | {
      readonly kind: 'draft';
      readonly at: { readonly start: number; readonly end: number };
      readonly summary: string;
      readonly draft: Draft;
      readonly safety?: Safety;
      readonly caution?: Diagnostic;
      /** What the other rewrites need where this one is left out or turned down. */
      readonly otherwise?: { readonly summary: string; readonly draft: Draft };
    }
  /** `ofCode`: it is about code that may go with a rewrite, and is not said where that goes. */
  | { readonly kind: 'note'; readonly note: Diagnostic; readonly ofCode?: true }
);
