import * as fc from 'fast-check';
import { convert } from '../../src/convert.js';
import { openDocument } from '../../src/documents/index.js';
import type { Offer } from '../../src/options.js';
import { TARGET_NAMES } from '../../src/options.js';
import { parseModule } from '../../src/python/module.js';
import { loadParserSync } from '../../src/python/parser.js';
import type { Result } from '../../src/result.js';
import { findBroken } from '../../src/testing/invariants.js';
import { overlaps } from '../../src/text.js';
import { script } from '../support/programs.js';

/** Runs of each property; `LOOPSHIFT_RUNS=5000` looks harder. */
const numRuns = Number(process.env['LOOPSHIFT_RUNS'] ?? 60);
/** The same programs on every run; `LOOPSHIFT_SEED=random` looks elsewhere. */
const seed = process.env['LOOPSHIFT_SEED'] === 'random' ? Date.now() : Number(process.env['LOOPSHIFT_SEED'] ?? 1);

beforeAll(() => loadParserSync());

/** Yes or no for each offer, by turns that the program has nothing to do with. */
const answers = fc.array(fc.boolean(), { minLength: 1, maxLength: 6 });

describe.each(TARGET_NAMES)('whatever is turned down, --to %s', (to) => {
  const run = (text: string, accept?: (offer: Offer) => boolean): Result =>
    convert({ path: 'program.py', text }, { to, ...(accept !== undefined && { accept }) });

  it('keeps every promise, and every import that is still needed', () => {
    fc.assert(
      fc.property(script, answers, (text, given) => {
        const { accept } = byTurns(given);
        const result = run(text, accept);
        expect(result.status).not.toBe('failed');
        // With line ends of another kind the same is offered in the same order, and an output may offer more.
        const again = (source: string) => (source === result.output ? result : run(source, byTurns(given).accept));
        expect(findBroken(result, again)).toEqual([]);
        expect(findUnbound(result.output)).toEqual(findUnbound(text));
      }),
      { numRuns, seed },
    );
  });

  it('leaves what was turned down as it is, and says so', () => {
    fc.assert(
      fc.property(script, answers, (text, given) => {
        const { accept, declined } = byTurns(given);
        const { sites, edits } = run(text, accept);
        const left = sites.filter(({ code }) => code === 'LS115');
        expect(left.every(({ status }) => status === 'unchanged')).toBe(true);
        expect(sites.some(({ group, status }) => declined.has(`group ${group}`) && status === 'converted')).toBe(false);
        // In a script, a main() may take its surroundings along.
        if (to === 'script' || to === 'portable') return;
        expect(left.filter(({ at }) => edits.some((edit) => overlaps(edit, at)))).toEqual([]);
      }),
      { numRuns, seed },
    );
  });

  it('gives what a run without questions gives, where nothing is', () => {
    fc.assert(
      fc.property(script, (text) => {
        expect(run(text, () => true).output).toBe(run(text).output);
        expect(run(text, () => false).output).toBe(text);
      }),
      { numRuns, seed },
    );
  });
});

function byTurns(given: readonly boolean[]) {
  const asked = new Map<string, boolean>();
  const declined = new Set<string>();
  const accept = ({ id }: Offer): boolean => {
    const answer = asked.get(id) ?? given[asked.size % given.length] ?? true;
    asked.set(id, answer);
    if (!answer) declined.add(id);
    return answer;
  };
  return { accept, declined };
}

/** Modules and functions of theirs that are read and bound nowhere: an import went that was needed, or one did not come. */
function findUnbound(text: string): readonly string[] {
  const module = parseModule(openDocument({ path: 'program.py', text }, { pythonCellMagics: [] }));
  const unbound = [...module.find('identifier')].filter((node) => {
    return (
      module.scopes.bindingOf(node)?.definitions.length === 0 &&
      /^(?:asyncio|aio|run|threading)$/.test(module.text(node))
    );
  });
  return [...new Set(unbound.map((node) => module.text(node)))];
}

it('tells of a name that is bound nowhere', () => {
  expect(findUnbound('asyncio.run(f())\n')).toEqual(['asyncio']);
  expect(findUnbound('import asyncio\nasyncio.run(f())\n')).toEqual([]);
});
