/**
 * - `error`: this output cannot behave as its source did.
 * - `warning`: a site was left alone, or converted with a caution.
 * - `info`: worth knowing, nothing to do.
 */
export type Severity = 'error' | 'warning' | 'info';

/** One diagnostic: what it is called, what it says, what to do, and why the rule exists. */
export interface Entry {
  /** kebab-case; names the pattern, not the remedy. */
  readonly name: string;
  readonly severity: Severity;
  /** What is so; `{0}`, `{1}` … stand for the data of one occurrence. Code in backticks. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** Why the rule exists, in a few sentences, for `loopshift explain` and the docs page. */
  readonly why: string;
}
