import { printableJson } from './printable.js';
import { fileRecord, JSON_VERSION, summaryRecord } from './record.js';
import type { Reporter } from './reporter.js';

/** One JSON document; a file a line, so that it streams and can be read by a person too. */
export const json: Reporter = {
  name: 'json',
  summary: 'one JSON document, versioned',
  open() {
    let separator = '\n';
    return {
      start: () => ({ out: `{"version":${JSON_VERSION},"files":[` }),
      file({ result }) {
        const out = `${separator}${printableJson(fileRecord(result))}`;
        separator = ',\n';
        return { out };
      },
      end: (tally, exitCode) => ({ out: `\n],"summary":${printableJson(summaryRecord(tally, exitCode))}}\n` }),
    };
  },
};
