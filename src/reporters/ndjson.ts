import { printableJson } from './printable.js';
import { fileRecord, JSON_VERSION, summaryRecord } from './record.js';
import type { Reporter } from './reporter.js';

/** A JSON object a line: one for each file as soon as it is done, and `{"summary": …}` last. */
export const ndjson: Reporter = {
  name: 'ndjson',
  summary: 'a JSON object a line: one for each file, the summary last',
  open: () => ({
    file: ({ result }) => ({ out: `${printableJson({ version: JSON_VERSION, ...fileRecord(result) })}\n` }),
    end: (tally, exitCode) => ({
      out: `${printableJson({ version: JSON_VERSION, summary: summaryRecord(tally, exitCode) })}\n`,
    }),
  }),
};
