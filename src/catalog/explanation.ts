import { type DiagnosticCode, entry, type Severity } from './index.js';

/** What the catalogue says of a code, for `explain` and for its page of the docs. */
export interface Explanation {
  readonly code: DiagnosticCode;
  readonly name: string;
  readonly severity: Severity;
  /** What is so; `…` stands for what differs from place to place. */
  readonly message: string;
  readonly why: string;
  readonly hint: string;
}

/** `explain('LS201').hint`: what `loopshift explain` prints. */
export function explain(code: DiagnosticCode): Explanation {
  const { name, severity, message, why, hint } = entry(code);
  const open = (text: string) => text.replace(/\{\d\}/g, '…');
  return { code, name, severity, message: open(message), why, hint: open(hint) };
}

/** The hundreds of the codes, in the order of a file's way through loopshift. */
export const FAMILIES: Readonly<Record<string, string>> = {
  LS1: 'reading a file',
  LS2: 'where the site stands, and what its call looks like',
  LS3: 'what a run does besides its result, and how long a loop lives',
  LS4: 'helpers that become async, and their callers',
  LS5: 'notebooks and magics',
  LS6: 'guards, bridges, nest_asyncio',
  LS7: 'scripts: `main()` and export',
  LS8: 'other libraries',
  LS9: 'loopshift itself, and transforms of others',
};
