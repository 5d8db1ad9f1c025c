import { TARGET_NAMES } from '../../src/options.js';
import type { DiagnosticRecord, FileRecord, SiteRecord, SummaryRecord } from '../../src/reporters/record.js';
import { JSON_VERSION } from '../../src/reporters/record.js';
import { DRAFT, json, nullable, record } from './json.js';

/**
 * What `--json` prints, and what a line of `--output-format ndjson` is. A field of the records that is missing here does not
 * compile; that their values fit, a test says, on the output of every command.
 */
export function reportSchema(): string {
  return json({
    $schema: DRAFT,
    title: 'Report of loopshift, version 1',
    description: 'The output of --json; #/definitions/line is a line of --output-format ndjson.',
    ...record({ version: VERSION, files: listOf('file'), summary: { $ref: '#/definitions/summary' } }),
    definitions: {
      file: record(file),
      site: record(site),
      diagnostic: record(diagnostic),
      summary: record(summary, ['baseline']),
      line: {
        oneOf: [
          record({ version: VERSION, ...file }),
          record({ version: VERSION, summary: { $ref: '#/definitions/summary' } }),
        ],
      },
    },
  });
}

const VERSION = { const: JSON_VERSION };
const TEXT = { type: 'string' };
const YES_OR_NO = { type: 'boolean' };
const COUNT = { type: 'integer', minimum: 0 };
const POSITION = { type: 'integer', minimum: 1 };
/** A code of loopshift, or of a transform of somebody else. */
const CODE = { type: 'string', pattern: '^[A-Z]{2,}[0-9]{3,}$' };

const place = {
  cell: { ...nullable('integer'), minimum: 1, description: 'Counts from 1 over all cells; null outside of notebooks.' },
  cellId: nullable('string'),
  line: { ...POSITION, description: 'Counts from 1; in a notebook, within the cell.' },
  column: { ...POSITION, description: 'Counts from 1, in code points.' },
};

const site = {
  form: TEXT,
  to: { ...nullable('string'), description: 'The form it is, or would be, written in; null where it was refused.' },
  standing: TEXT,
  status: { enum: ['converted', 'unchanged', 'blocked'] },
  ...place,
  code: { anyOf: [CODE, { type: 'null' }] },
  message: nullable('string'),
  hint: nullable('string'),
  safety: { enum: ['safe', 'unsafe'] },
  group: { ...COUNT, description: 'Sites of one file with the same number convert together or not at all.' },
  known: { ...YES_OR_NO, description: 'Recorded in the baseline.' },
} satisfies Record<keyof SiteRecord, object>;

const diagnostic = {
  code: CODE,
  severity: { enum: ['error', 'warning', 'info'] },
  message: TEXT,
  hint: nullable('string'),
  ...place,
  known: { ...YES_OR_NO, description: 'Recorded in the baseline.' },
} satisfies Record<keyof DiagnosticRecord, object>;

const file = {
  path: TEXT,
  status: { enum: ['changed', 'unchanged', 'failed'] },
  target: { enum: [...TARGET_NAMES, null] },
  python: { ...nullable('string'), pattern: '^3\\.[0-9]+$' },
  sites: listOf('site'),
  diagnostics: listOf('diagnostic'),
  diff: { ...TEXT, description: 'A unified diff that `git apply` takes; empty where nothing changes.' },
} satisfies Record<keyof FileRecord, object>;

const summary = {
  files: COUNT,
  changed: COUNT,
  unchanged: COUNT,
  failed: COUNT,
  skipped: { ...COUNT, description: 'Paths that were passed over.' },
  sites: record({ converted: COUNT, unchanged: COUNT, blocked: COUNT }),
  unsafeSites: { ...COUNT, description: 'Sites that would convert with --unsafe.' },
  unconverted: { ...COUNT, description: 'What could not be read, or cannot behave as its source did.' },
  forms: {
    type: 'array',
    items: record({ form: TEXT, to: nullable('string'), converted: COUNT, unchanged: COUNT, blocked: COUNT }),
  },
  codes: { type: 'object', additionalProperties: COUNT, propertyNames: CODE },
  baseline: {
    ...record({ known: COUNT, changed: COUNT, unconverted: COUNT, stale: { type: 'array', items: TEXT } }),
    description: 'With --baseline: what it knew, what is new, and what is there no more.',
  },
  exitCode: { enum: [0, 1, 2] },
} satisfies Record<keyof SummaryRecord, object>;

function listOf(name: string): object {
  return { type: 'array', items: { $ref: `#/definitions/${name}` } };
}
