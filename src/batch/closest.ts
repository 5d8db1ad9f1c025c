/** The name that was probably meant: at most a third of its letters away. */
export function closest(name: string, known: readonly string[]): string | undefined {
  const ranked = known.map((candidate) => [distance(name.toLowerCase(), candidate.toLowerCase()), candidate] as const);
  const [best] = ranked.sort(([a], [b]) => a - b);
  if (best === undefined) return undefined;
  return best[0] <= Math.max(1, Math.floor(Math.max(name.length, best[1].length) / 3)) ? best[1] : undefined;
}

/** `; did you mean \`python\`?`, or nothing. */
export function didYouMean(name: string, known: readonly string[]): string {
  const meant = closest(name, known);
  return meant === undefined ? '' : `; did you mean \`${meant}\`?`;
}

/** Levenshtein's: letters to change, add or drop. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + Number(letter !== other)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
