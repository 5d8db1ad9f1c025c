/** Ctrl-C, asked for between two files: the one in hand is done, and the report says how far the run came. */
export interface Interrupt {
  /** Signals arrive only when the event loop turns, which a run of short files seldom lets it do. */
  asked(): Promise<boolean>;
  /** From here on Ctrl-C ends the process at once. */
  release(): void;
}

/** A second Ctrl-C ends the process at once. */
export function watchForInterrupt(): Interrupt {
  let asked = false;
  let next = Date.now() + TURN;
  const onSignal = (): void => {
    asked = true;
  };
  process.once('SIGINT', onSignal);

  async function turn(): Promise<boolean> {
    await new Promise((resolve) => setImmediate(resolve));
    next = Date.now() + TURN;
    return asked;
  }

  return {
    asked: () => (!asked && Date.now() < next ? NOT_ASKED : turn()),
    release() {
      process.removeListener('SIGINT', onSignal);
    },
  };
}

/** As far as is known before the event loop turns. */
const NOT_ASKED = Promise.resolve(false);

/** In milliseconds: nobody notices it, and turning costs nothing that could be measured. */
const TURN = 50;
