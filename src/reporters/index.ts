import { github } from './github.js';
import { json } from './json.js';
import { ndjson } from './ndjson.js';
import type { Reporter } from './reporter.js';
import { sarif } from './sarif.js';
import { text } from './text.js';

export { createPaint } from './paint.js';
export { printable, printableJson, printableLines, printableSource } from './printable.js';
export { question } from './question.js';
export type { Chunk, FileOutcome, Reporter, ReportStyle, ReportWriter } from './reporter.js';
export { type Comparison, type Counter, createCounter, type Tally } from './tally.js';

/** Every output format; the first one is the default. */
export const reporters: readonly Reporter[] = [text, json, ndjson, sarif, github];

export function findReporter(name: string): Reporter | undefined {
  return reporters.find((reporter) => reporter.name === name);
}
