import type { Entry } from './entry.js';
import { exporting } from './exporting.js';
import { guards } from './guards.js';
import { internal } from './internal.js';
import { libraries } from './libraries.js';
import { lifetime } from './lifetime.js';
import { magics } from './magics.js';
import { nestAsyncio } from './nest-asyncio.js';
import { policies } from './policies.js';
import { promotion } from './promotion.js';
import { reading } from './reading.js';
import { standing } from './standing.js';

export type { Entry, Severity } from './entry.js';

/** Every diagnostic loopshift can give, by code. A code without an entry does not compile. */
export const catalog = {
  ...reading,
  ...standing,
  ...lifetime,
  ...policies,
  ...promotion,
  ...magics,
  ...guards,
  ...nestAsyncio,
  ...exporting,
  ...libraries,
  ...internal,
} as const satisfies Record<string, Entry>;

export type DiagnosticCode = keyof typeof catalog;

export function entry(code: DiagnosticCode): Entry {
  return catalog[code];
}

export function isDiagnosticCode(code: string): code is DiagnosticCode {
  return Object.hasOwn(catalog, code);
}

/** The catalogue's sentence with the data of one occurrence in place of `{0}`, `{1}` … */
export function fill(template: string, data: readonly string[]): string {
  return template.replace(/\{(\d)\}/g, (whole, index: string) => data[Number(index)] ?? whole);
}
