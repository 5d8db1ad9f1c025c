import * as fc from 'fast-check';
import { startCompiler } from '../../src/batch/compiler.js';
import { createVerifier } from '../../src/batch/verify.js';
import { convert } from '../../src/convert.js';
import { exportDocument } from '../../src/export.js';
import { TARGET_NAMES } from '../../src/options.js';
import { loadParserSync } from '../../src/python/parser.js';
import { atLeast } from '../../src/python/version.js';
import { notebook } from '../support/notebook.js';
import { interactive, script } from '../support/programs.js';
import { findPythons } from '../support/pythons.js';

/** Programs for each target and Python; `LOOPSHIFT_RUNS=5000` looks harder. */
const numRuns = Number(process.env.LOOPSHIFT_RUNS ?? 60);
/** The same programs on every run; `LOOPSHIFT_SEED=random` looks elsewhere. */
const seed = process.env.LOOPSHIFT_SEED === 'random' ? Date.now() : Number(process.env.LOOPSHIFT_SEED ?? 1);

const found = findPythons().filter(({ version }) => atLeast(version, '3.8'));
const pythons = [...new Set([found[0], found.find(({ version }) => version === '3.11'), found.at(-1)])];

beforeAll(() => loadParserSync());

const leaveOut = it.skip;
if (found.length === 0)
  leaveOut('compiling outputs of generated programs (no CPython 3.8 or later found)', () => undefined);

for (const python of pythons) {
  if (python === undefined) continue;
  describe(`under CPython ${python.version} compiles whatever its source compiled`, () => {
    it.each(TARGET_NAMES)(
      'that becomes a %s',
      async (to) => {
        const verifier = createVerifier(await startCompiler(python.path));
        const broken: string[] = [];
        for (const text of fc.sample(fc.oneof(script, interactive), { numRuns, seed })) {
          const cells = notebook(...text.split(/(?<=\n)(?=\S)/));
          for (const source of [
            { path: 'program.py', text },
            { path: 'program.ipynb', text: cells },
          ]) {
            const options = { to, python: python.version };
            const { result } = await verifier.verify({ result: convert(source, options) });
            if (result.status === 'failed') broken.push(`${result.diagnostics.at(-1)?.message}\n${source.text}`);
          }
          const made = exportDocument({ path: 'program.ipynb', text: cells }, { python: python.version });
          if (made.output === undefined) continue;
          const exported = await verifier.verify({ result: made.result }, { path: 'program.py', text: made.output });
          if (exported.result.status === 'failed')
            broken.push(`export: ${exported.result.diagnostics.at(-1)?.message}\n${text}`);
        }
        verifier.close();
        expect(broken).toEqual([]);
      },
      numRuns * 2000,
    );
  });
}
