import { isStandardLibrary } from '../python/stdlib.js';

/**
 * What a value may hold of an event loop.
 *
 * - `nothing`: a number, a list of strings, a function: any loop may use it.
 * - `unknown`: what a library gave.
 * - `loop`: a task, a lock, a stream, a server, a running loop.
 */
export type Holding = 'nothing' | 'unknown' | 'loop';

export function join(holdings: readonly Holding[]): Holding {
  if (holdings.includes('loop')) return 'loop';
  return holdings.includes('unknown') ? 'unknown' : 'nothing';
}

/** `asyncio` keeps loops, `contextvars` and `threading` keep what differs from one run to the next. */
export function isPlainLibrary(name: string): boolean {
  return (
    isStandardLibrary(name) &&
    !/^(?:asyncio|contextvars|threading|concurrent|multiprocessing|sched|signal)\b/.test(name)
  );
}

type Question = 'binding' | 'result' | 'class';

/** Answers, kept. What is asked in a circle holds nothing of its own. */
export class Answers {
  private readonly found: Readonly<Record<Question, Map<unknown, Holding>>> = {
    binding: new Map(),
    result: new Map(),
    class: new Map(),
  };
  /** Questions that are being answered. */
  private readonly open = new Set<unknown>();
  /** One of them was asked again on the way. */
  private circular = false;

  remember(question: Question, key: unknown, find: () => Holding): Holding {
    const memory = this.found[question];
    const known = memory.get(key);
    if (known !== undefined) {
      this.circular ||= this.open.has(key);
      return known;
    }
    memory.set(key, 'nothing');
    this.open.add(key);
    const found = find();
    this.open.delete(key);
    // An answer that leans on one that is still being found is good for the question that was asked, not for the next one.
    if (this.circular && this.open.size > 0) memory.delete(key);
    else memory.set(key, found);
    if (this.open.size === 0) this.circular = false;
    return found;
  }
}
