/** Ctrl-C, asked for between two files: the one in hand is done, and the report says how far the run came. */
export interface Interrupt {
  /** Signals arrive only when the event loop turns, which a run of short files seldom lets it do: now and then there is a turn to wait for. */
  asked(): boolean | Promise<boolean>;
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
    asked: () => asked || (Date.now() >= next && turn()),
    release() {
      process.removeListener('SIGINT', onSignal);
    },
  };
}

/** In milliseconds: nobody notices it, and turning costs nothing that could be measured. */
const TURN = 50;
