import { isDiagnosticCode } from '../catalog/index.js';
import { type Finding, isCustomCode } from '../findings.js';

/**
 * Whether what a transform yielded is a finding. TypeScript says so before it runs; this says so to JavaScript, and in words.
 *
 * @param length of `document.code`, in UTF-16 code units
 * @throws {Error} with a message that says what is wrong and what to write
 */
export function requireFinding(value: unknown, length: number): asserts value is Finding {
  if (!isRecord(value) || (value.kind !== 'rewrite' && value.kind !== 'diagnostic'))
    throw new Error(notAFinding(value));
  requireRange(value.at, length, 'the place of a finding');
  if (value.kind === 'rewrite') requireRewrite(value, length);
  else requireDiagnostic(value);
}

/** @throws {Error} where `apply` gave nothing that could be gone through */
export function requireFindings(value: unknown): asserts value is Iterable<unknown> {
  const isIterable = isRecord(value) && Symbol.iterator in value;
  if (isRecord(value) && (Symbol.asyncIterator in value || 'then' in value))
    throw new Error('`apply` is async; write `*apply(module)`, without `async`');
  if (!isIterable)
    throw new Error(`\`apply\` gave ${spell(value)}; write \`*apply(module)\`, and \`yield\` what you find`);
}

function notAFinding(value: unknown): string {
  const make = '`rewrite` and `diagnose` make findings';
  if (Array.isArray(value)) return `it yielded a list; \`yield*\` yields what is in one`;
  if (!isRecord(value)) return `it yielded ${spell(value)}; ${make}`;
  if ('text' in value) return 'it yielded an edit; `rewrite(node, summary, [edit])` makes a finding of it';
  return `it yielded what is no finding; ${make}`;
}

function requireRewrite(value: Readonly<Record<string, unknown>>, length: number): void {
  const { summary, edits, safety, removes, frees } = value;
  if (typeof summary !== 'string') throw new Error(`the summary of a rewrite is ${spell(summary)}, not a string`);
  const of = `of "${summary}"`;
  if (isRecord(edits) && 'text' in edits) throw new Error(`the edits ${of} are one edit: write \`[edit]\``);
  if (!Array.isArray(edits)) throw new Error(`the edits ${of} are ${spell(edits)}, not a list`);
  for (const edit of edits as readonly unknown[]) requireEdit(edit, length, of);
  if (safety !== 'safe' && safety !== 'unsafe') throw new Error(`the safety ${of} is neither 'safe' nor 'unsafe'`);
  if (removes !== undefined && !(Array.isArray(removes) && removes.every(isNode)))
    throw new Error(`\`removes\` ${of} is not a list of nodes`);
  if (frees !== undefined && !(Array.isArray(frees) && frees.every((name) => typeof name === 'string')))
    throw new Error(`\`frees\` ${of} is not a list of names`);
}

function requireEdit(edit: unknown, length: number, of: string): void {
  if (Array.isArray(edit)) throw new Error(`an edit ${of} is a list: spread it, \`...edits\``);
  if (!isRecord(edit) || typeof edit.text !== 'string') throw new Error(`an edit ${of} is ${spell(edit)}, not an edit`);
  requireRange(edit, length, `an edit ${of}`);
}

function requireRange(value: unknown, length: number, what: string): void {
  const { start, end } = isRecord(value) ? value : {};
  if (!Number.isInteger(start) || !Number.isInteger(end)) throw new Error(`${what} is no range: ${spell(value)}`);
  const isInside = 0 <= Number(start) && Number(start) <= Number(end) && Number(end) <= length;
  if (!isInside) throw new Error(`${what} is no range of the text: ${start} to ${end}`);
}

function requireDiagnostic({ code, message, hint, severity }: Readonly<Record<string, unknown>>): void {
  if (typeof code !== 'string' || (!isDiagnosticCode(code) && !isCustomCode(code)))
    throw new Error(`\`${String(code)}\` is no code: capitals and three digits or more, such as MY001; LS is taken`);
  if (typeof message !== 'string') throw new Error(`the message of ${code} is ${spell(message)}, not a string`);
  if (hint !== undefined && typeof hint !== 'string') throw new Error(`the hint of ${code} is not a string`);
  if (severity !== 'error' && severity !== 'warning' && severity !== 'info')
    throw new Error(`the severity of ${code} is ${spell(severity)}; there are 'error', 'warning' and 'info'`);
}

function isNode(value: unknown): boolean {
  return isRecord(value) && typeof value.type === 'string' && Number.isInteger(value.start);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function spell(value: unknown): string {
  if (typeof value === 'string') return `the text \`${value.length > 20 ? `${value.slice(0, 20)}…` : value}\``;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  if (value === undefined) return 'nothing';
  return Array.isArray(value) ? 'a list' : typeof value === 'function' ? 'a function' : 'an object';
}
