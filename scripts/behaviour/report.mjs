import { OUTCOMES } from './judge.mjs';

const LEAST = 0.98;

/**
 * The table by group, what did not pass, and the closing line. Gives back whether the suite is green: nothing is BROKEN or
 * unstable, and no program is missed that does not say so itself (`"missed": [targets]` in its `.case.json`).
 */
export function report(rows, { pythons, kernels, missing }) {
  const programs = rows.filter(({ id }) => id.startsWith('behaviour/'));
  const fixtures = rows.filter(({ id }) => !id.startsWith('behaviour/'));
  for (const outcome of ['missed', 'noisy', 'unstable', 'BROKEN']) {
    for (const row of rows.filter((candidate) => candidate.outcome === outcome)) {
      if (outcome === 'missed' && !row.id.startsWith('behaviour/')) continue;
      const note = isUnexpected(row) ? '  (and its case does not say so)' : '';
      console.log(`${outcome}  ${row.id} → ${row.target}  ${row.why}${note}`);
    }
  }
  for (const { id, target } of programs.filter(({ outcome, declared }) => declared && outcome === 'pass'))
    console.log(`passes now, though its case says that it is missed: ${id} → ${target}`);
  table('programs', programs);
  table('fixtures, input at home and output in the target', fixtures);
  for (const [why, count] of tally(rows.filter(({ outcome }) => outcome === 'skipped'))) {
    console.log(`skipped ${count}: ${why}`);
  }
  for (const line of missing) console.log(`could not be had: ${line}`);
  console.log(
    `CPython ${[...pythons.keys()].join(', ') || 'none'}; kernels ${[...kernels.keys()].join(', ') || 'none'}`,
  );
  const count = (outcome, of = rows) => of.filter((row) => row.outcome === outcome).length;
  const ran = programs.length - count('skipped', programs);
  const share = ran === 0 ? 1 : count('pass', programs) / ran;
  console.log(
    `programs: ${new Set(programs.map(({ id }) => id)).size} in ${programs.length} conversions, ` +
      `${(Math.floor(share * 1000) / 10).toFixed(1)} % pass (at least ${LEAST * 100} % are to)`,
  );
  console.log(`beside those that pass: ${count('missed')} missed (refused, with a reason), ${count('noisy')} noisy`);
  const failed = count('BROKEN') + count('unstable') + rows.filter(isUnexpected).length;
  console.log(`${count('pass')} passed, ${failed} failed, ${count('skipped')} skipped`);
  return failed === 0 && share >= LEAST;
}

function isUnexpected({ id, outcome, declared }) {
  return outcome === 'missed' && id.startsWith('behaviour/') && !declared;
}

function table(title, rows) {
  if (rows.length === 0) return;
  const groups = [...new Set(rows.map((row) => row.group))].sort();
  const width = Math.max(...groups.map((group) => group.length), title.length);
  const line = (name, of) =>
    [
      name.padEnd(width),
      ...OUTCOMES.map((outcome) => String(of.filter((row) => row.outcome === outcome).length || '·').padStart(8)),
    ].join(' ');
  console.log(`\n${[title.padEnd(width), ...OUTCOMES.map((outcome) => outcome.padStart(8))].join(' ')}`);
  for (const group of groups)
    console.log(
      line(
        group,
        rows.filter((row) => row.group === group),
      ),
    );
  console.log(`${line('all', rows)}\n`);
}

function tally(rows) {
  const counts = new Map();
  for (const { why } of rows) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
