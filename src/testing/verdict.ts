import { createTwoFilesPatch } from 'diff';
import type { Result } from '../result.js';
import { actualDiagnostics, expectedDiagnostics, inReadingOrder } from './expectations.js';
import { type Conversion, findBroken } from './invariants.js';

/** What a conversion should have made, and the names of the files that say so. */
export interface Expectation {
  readonly input: string;
  readonly output: string;
  readonly inputFile: string;
  /** Absent where the input must stay as it is. */
  readonly outputFile?: string;
  /** Besides those that the comments of the input ask for. */
  readonly diagnostics: readonly string[];
}

/**
 * Compares a result with what was expected of it, in words that a person can act on.
 *
 * @param convert the conversion that gave `result`
 * @throws {Error} whose message is the report
 */
export function judge(result: Result, expected: Expectation, convert: Conversion): void {
  // A file that failed stays as it was: why it failed says more than what it did not become.
  if (result.status === 'failed') judgeDiagnostics(result, expected);
  if (result.output !== expected.output) throw new Error(explainOutput(result.output, expected));
  judgeDiagnostics(result, expected);
  const [broken] = findBroken(result, convert);
  if (broken !== undefined) throw new Error(`${expected.inputFile}: ${broken}`);
}

function explainOutput(output: string, { input, output: wanted, inputFile, outputFile }: Expectation): string {
  const head =
    outputFile === undefined
      ? `${inputFile} must stay as it is, since it has no output file, and does not:`
      : output === input
        ? `${inputFile} stays as it is, and should become what ${outputFile} holds:`
        : `${inputFile} becomes something else than ${outputFile} holds:`;
  const patch = createTwoFilesPatch('expected', 'made', wanted, output).split('\n').slice(1).join('\n');
  return `${head}\n\n${patch}\nUPDATE_FIXTURES=1 writes what is made; read it.`;
}

function judgeDiagnostics(result: Result, { inputFile, diagnostics }: Expectation): void {
  const comments = result.document === undefined ? [] : expectedDiagnostics(result.document);
  const expected = inReadingOrder([...comments, ...diagnostics]);
  const actual = inReadingOrder(actualDiagnostics(result));
  const missing = expected.filter((each) => !actual.includes(each));
  const surplus = actual.filter((each) => !expected.includes(each));
  if (missing.length === 0 && surplus.length === 0) return;
  const lines = [
    ...missing.map((each) => `  expected, and not reported: line ${each}`),
    ...surplus.map((each) => `  reported, and not expected: line ${each} ${messageOf(each, result)}`.trimEnd()),
  ];
  const how = 'A comment on the line names what is expected, such as `# MY001`.';
  throw new Error(`${inputFile} reports something else than its comments say:\n\n${lines.join('\n')}\n\n${how}`);
}

function messageOf(spelled: string, { diagnostics, sites }: Result): string {
  const [, code] = spelled.split(' ');
  return [...diagnostics, ...sites].find((each) => each.code === code)?.message ?? '';
}
