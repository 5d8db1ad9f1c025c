// Where the time goes, phase by phase: each is done for all files before the next begins. Its last line of output is JSON.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createConfigs } from '../../src/batch/config.js';
import { discover } from '../../src/batch/discover.js';
import { createGlobs } from '../../src/batch/globs.js';
import { mayHoldSite } from '../../src/batch/prefilter.js';
import { createReader } from '../../src/batch/read.js';
import { createFile } from '../../src/batch/write.js';
import { convert } from '../../src/convert.js';
import type { Source } from '../../src/documents/document.js';
import { decode } from '../../src/documents/encoding.js';
import { openDocument } from '../../src/documents/index.js';
import { parseModule } from '../../src/python/module.js';
import { loadParser, releaseMemory } from '../../src/python/parser.js';
import { rawDiff } from '../../src/reporters/diff.js';

const [root = '.'] = process.argv.slice(2);
const phases: Record<string, number> = {};
let since = performance.now();
let sizes = { files: 0, bytes: 0, candidates: 0, candidateBytes: 0, changed: 0 };

function lap(name: string): void {
  phases[name] = performance.now() - since;
  since = performance.now();
}

const configs = createConfigs({ isolated: true });
const entries = (
  await discover([{ path: root, listed: false }], {
    globs: () => createGlobs([], []),
    respectGitignore: true,
    forceExclude: false,
    environment: process.env,
  })
).filter((entry) => entry.kind === 'file');
for (const { path } of entries) configs(dirname(path));
lap('walk');

const read = createReader();
for (const { path } of entries) sizes = { ...sizes, files: sizes.files + 1, bytes: sizes.bytes + read(path).length };
lap('read');

// The bytes are read again, since all of a tree would not fit into memory: what that took is taken off.
const candidates: Buffer[] = [];
const paths: string[] = [];
let filtering = 0;
for (const { path } of entries) {
  const bytes = read(path);
  const start = performance.now();
  const isCandidate = mayHoldSite(bytes, path, { to: 'notebook' });
  filtering += performance.now() - start;
  if (!isCandidate) continue;
  candidates.push(Buffer.from(bytes));
  paths.push(path);
}
lap('filter');
phases.filter = filtering;

const sources: Source[] = candidates.flatMap((bytes, index) => {
  try {
    return [{ path: paths[index] as string, text: decode(bytes).text }];
  } catch {
    return [];
  }
});
await loadParser();
lap('load the parser');

let parsing = 0;
const results = [];
for (const source of sources) {
  const start = performance.now();
  try {
    parseModule(openDocument(source));
  } catch {
    continue;
  }
  parsing += performance.now() - start;
  results.push(convert(source, { to: 'notebook' }));
  await releaseMemory();
}
lap('plan');
phases.parse = parsing;
// A conversion parses its source too.
phases.plan = (phases.plan ?? 0) - 2 * parsing;

const changed = results.filter((result) => result.status === 'changed');
for (const result of changed) rawDiff(result);
lap('diff');

const scratch = mkdtempSync(join(tmpdir(), 'loopshift-bench-'));
for (const [index, { output }] of changed.entries()) createFile(join(scratch, String(index)), Buffer.from(output));
lap('write');
rmSync(scratch, { recursive: true });

const candidateBytes = candidates.reduce((sum, bytes) => sum + bytes.length, 0);
sizes = { ...sizes, candidates: candidates.length, candidateBytes, changed: changed.length };
const order = ['walk', 'read', 'filter', 'load the parser', 'parse', 'plan', 'diff', 'write'];
console.log(JSON.stringify({ ...sizes, phases: Object.fromEntries(order.map((name) => [name, phases[name]])) }));
