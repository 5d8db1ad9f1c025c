import { seeded } from '../random.mjs';

/**
 * A source of choices that can be played again: a program is what its choices make of it, so a smaller list of smaller
 * choices makes a simpler program. The first of what can be picked is always the simplest.
 */
export class Choices {
  constructor(recorded, seed) {
    this.recorded = recorded;
    this.taken = [];
    this.random = seed === undefined ? undefined : seeded(seed);
  }

  below(n) {
    const at = this.taken.length;
    const value = at < this.recorded.length ? this.recorded[at] % n : (this.random?.below(n) ?? 0);
    this.taken.push(value);
    return value;
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  /** True about once in `n`. */
  once(n) {
    return this.below(n) === n - 1;
  }
}

/**
 * The smallest choices that still fail: fewer first, then smaller ones.
 * @param fails whether a list of choices still makes what was found
 */
export async function reduce(choices, fails, attempts = 80) {
  let best = choices;
  let left = attempts;
  const better = async (candidate) => {
    if (left-- <= 0 || !(await fails(candidate))) return false;
    best = candidate;
    return true;
  };
  for (let improved = true; improved && left > 0; ) {
    improved = false;
    for (const size of [8, 4, 2, 1]) {
      for (let at = 0; at + size <= best.length && left > 0; ) {
        if (await better([...best.slice(0, at), ...best.slice(at + size)])) improved = true;
        else at += size;
      }
    }
    for (let at = 0; at < best.length && left > 0; at++) {
      if (best[at] > 0 && (await better(best.with(at, 0)))) improved = true;
    }
  }
  return best;
}
