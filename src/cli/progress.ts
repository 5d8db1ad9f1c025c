import type { Terminal } from './terminal.js';

/** One line that is written over and over, and never stays: whatever else is printed asks it to go first. */
export interface Progress {
  /** @param index how many files are done @returns what is to be waited for, if anything */
  at(index: number): Promise<void> | undefined;
  clear(): Promise<void>;
}

/**
 * `1,204 of 4,882 files, 12 s left`, on a terminal only, and only for a run that takes long enough to wonder. What is left is what it
 * has taken so far, in proportion.
 */
export function createProgress(total: number, terminal: Terminal, quiet: boolean): Progress {
  const columns = quiet ? undefined : terminal.columns();
  const start = Date.now();
  let next = start + PATIENCE;
  let visible = false;
  return {
    at(index) {
      const now = columns === undefined ? 0 : Date.now();
      return now < next ? undefined : show(index, now);
    },
    async clear() {
      if (!visible) return;
      visible = false;
      await terminal.print({ err: CLEAR });
    },
  };

  async function show(index: number, now: number): Promise<void> {
    if (columns === undefined) return;
    next = now + PACE;
    visible = true;
    const left = ((now - start) / index) * (total - index);
    const text = `${grouped(index)} of ${grouped(total)} files, ${duration(left)} left`;
    // A line that is wrapped could not be cleared.
    await terminal.print({ err: `${CLEAR}${text.slice(0, columns - 1)}` });
  }
}

/** In milliseconds: nothing is shown of a run that is done before. */
const PATIENCE = 500;
/** In milliseconds, between two lines. */
const PACE = 100;

/** To the start of the line, and away with what is on it. */
const CLEAR = '\r\u001b[K';

/** `12 s`, `3 min`, `2 h` */
function duration(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

function grouped(number: number): string {
  return number.toLocaleString('en');
}
