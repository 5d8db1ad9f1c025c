/**
 * What a run in the target says of a conversion.
 *
 * - pass      converted (or right as it stood), and the target shows what home showed
 * - missed    a site was refused, with its reason; what was converted besides is right as far as it gets
 * - BROKEN    the target shows something else, and nothing was said
 * - noisy     as pass, but the target warns where home did not
 * - unstable  home does not agree with itself
 * - skipped   it could not be run here
 */
export const OUTCOMES = ['pass', 'missed', 'BROKEN', 'noisy', 'unstable', 'skipped'];

const NOISE = /was never awaited|never retrieved|was destroyed but it is pending|DeprecationWarning|unclosed/;

/** How a site that was left where it cannot run ends a program. */
const AS_LEFT =
  /cannot be called from a running event loop|event loop is already running|no current event loop|no running event loop|outside (?:async )?function|needs a real async loop|Cannot run the event loop|has no attribute '(?:run|Runner|get_running_loop)'|cannot enter context|bound to a different event loop|attached to a different loop|^SyntaxError|UsageError/;

/**
 * `leftAs`: how a case says its refused site ends, where that is not one of the usual ways. `shown` is compared where both sides are notebooks;
 * what is deprecated in a Python nobody named is no noise. `unordered`: see {@link comparable}.
 */
export function judge(home, target, { refused, shown, extra = false, leftAs, unordered }) {
  const same =
    comparable(target.stdout, unordered) === comparable(home.stdout, unordered) &&
    sameEnding(home.ending, target.ending) &&
    (!shown || home.shown === undefined || showing(home) === showing(target));
  if (!same) {
    const isLeft = refused || leftAs !== undefined;
    return isLeft && endsAsLeft(home, target, { leftAs, unordered }) ? 'missed' : 'BROKEN';
  }
  if (refused) return 'missed';
  if (extra) return 'pass';
  return NOISE.test(target.stderr) && !NOISE.test(home.stderr) ? 'noisy' : 'pass';
}

/** An exception is the same one whatever its module is called: `asyncio.exceptions.TimeoutError` and `TimeoutError`. */
export function sameEnding(a, b) {
  return plainEnding(a) === plainEnding(b);
}

/** Two runs that nobody can tell apart: times, line ends of a terminal and addresses aside. */
export function sameRun(a, b, unordered) {
  return comparable(a.stdout, unordered) === comparable(b.stdout, unordered) && sameEnding(a.ending, b.ending);
}

export function sameShown(a, b) {
  return showing(a) === showing(b);
}

/** Up to the site that was left all went as at home, and there it ended as such a site ends. */
function endsAsLeft(home, target, { leftAs, unordered }) {
  const [there, here] = [comparable(target.stdout, unordered), comparable(home.stdout, unordered)];
  // At home it may be that very site which ends the program
  if (!here.startsWith(there) && !(AS_LEFT.test(home.ending) && there.startsWith(here))) return false;
  if (leftAs !== undefined && target.ending.startsWith(leftAs)) return true;
  return AS_LEFT.test(target.ending) || AS_LEFT.test(target.stderr) || AS_LEFT.test(home.ending);
}

function plainEnding(ending) {
  const exit = /^(?:SystemExit:|exit)\s*(.*)$/s.exec(ending);
  if (exit !== null) {
    const status = exit[1];
    if (status === '' || status === '0' || status === 'None' || status === 'False') return 'ok';
    // `sys.exit('what went wrong')` is status 1.
    return /^-?\d+$/.test(status) ? `exit ${status}` : 'exit 1';
  }
  return withoutAddresses(ending)
    .replace(/^(?:\w+\.)+(?=\w+(?::|$))/, '')
    .replace(/:?\s*$/, '');
}

/**
 * @param unordered Lines that match may change places with the ones next to them that do too: what is printed by the members of a
 *   set, whose order is that of their addresses.
 */
function comparable(text, unordered) {
  const plain = withoutAddresses(text)
    .replaceAll('\r\n', '\n')
    .replace(/^(?:(?:CPU times|Wall time):|.* per loop \().*\n?/gm, '');
  return unordered === undefined ? plain : sortRuns(plain.split('\n'), new RegExp(unordered)).join('\n');
}

function sortRuns(lines, movable) {
  const sorted = [];
  for (let at = 0; at < lines.length; ) {
    let end = at;
    while (end < lines.length && movable.test(lines[end])) end++;
    sorted.push(...lines.slice(at, end).sort(), ...lines.slice(end, end + 1));
    at = end + 1;
  }
  return sorted;
}

function showing(run) {
  return withoutAddresses(JSON.stringify(run.shown));
}

function withoutAddresses(text) {
  return text.replace(/\b0x[0-9a-f]{6,}/g, '0x…');
}
