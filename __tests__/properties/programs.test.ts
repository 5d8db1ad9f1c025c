import * as fc from 'fast-check';
import { convert, scan } from '../../src/convert.js';
import { TARGET_NAMES } from '../../src/options.js';
import { loadParserSync } from '../../src/python/parser.js';
import { findBroken } from '../../src/testing/invariants.js';
import { interactive, script } from '../support/programs.js';

/** Runs of each property; `LOOPSHIFT_RUNS=5000` looks harder. */
const numRuns = Number(process.env.LOOPSHIFT_RUNS ?? 120);
/** The same programs on every run; `LOOPSHIFT_SEED=random` looks elsewhere. */
const seed = process.env.LOOPSHIFT_SEED === 'random' ? Date.now() : Number(process.env.LOOPSHIFT_SEED ?? 1);

beforeAll(() => loadParserSync());

describe.each(TARGET_NAMES)('whatever the program, --to %s', (to) => {
  it.each([
    ['of calls', script],
    ['of top-level awaits', interactive],
  ])('keeps every promise for a program %s', (_, programs) => {
    fc.assert(
      fc.property(programs, (text) => {
        const run = (source: string) => convert({ path: 'program.py', text: source }, { to });
        const result = run(text);
        expect(result.status).not.toBe('failed');
        expect(findBroken(result, run)).toEqual([]);
      }),
      { numRuns, seed },
    );
  });

  it('accounts for every site, and gives a reason for each that stays blocked', () => {
    fc.assert(
      fc.property(script, (text) => {
        const found = scan({ path: 'program.py', text }, { to }).sites;
        const { sites } = convert({ path: 'program.py', text }, { to });
        expect(sites.map((site) => [site.at, site.status])).toEqual(found.map((site) => [site.at, site.status]));
        for (const site of sites) if (site.status === 'blocked') expect(site.code).toMatch(/^LS\d{3}$/);
      }),
      { numRuns, seed },
    );
  });
});
