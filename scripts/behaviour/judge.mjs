/**
 * What a run in the target says of a conversion.
 *
 * - pass      converted (or right as it stood), and the target shows what home showed
 * - missed    a site was refused, with its reason; nothing was converted wrongly
 * - BROKEN    converted, and the target shows something else
 * - noisy     as pass, but the target warns where home did not
 * - unstable  home does not agree with itself
 * - skipped   it could not be run here
 */
export const OUTCOMES = ['pass', 'missed', 'BROKEN', 'noisy', 'unstable', 'skipped'];

const NOISE = /was never awaited|never retrieved|was destroyed but it is pending|DeprecationWarning|unclosed/;

export function judge(home, target, { blocked }) {
  const same = target.stdout === home.stdout && sameEnding(home.ending, target.ending);
  if (!same) return blocked ? 'missed' : 'BROKEN';
  if (blocked) return 'missed';
  return NOISE.test(target.stderr) && !NOISE.test(home.stderr) ? 'noisy' : 'pass';
}

/** An exception is the same one whatever its module is called: `asyncio.exceptions.TimeoutError` and `TimeoutError`. */
export function sameEnding(a, b) {
  const bare = (ending) =>
    ending
      .replace(/^(?:\w+\.)+(?=\w+(?::|$))/, '')
      .replace(/:?\s*$/, '')
      .replace(/^(?:exit |SystemExit: )/, 'exit ');
  return bare(a) === bare(b);
}
