import type { EventEmitter } from 'node:events';

/** What most files take has been called by now; what a run goes on to call is better compiled when it is. */
const WARM = 'loopshift:warm';

const events: EventEmitter = process;

export function tellWarm(): void {
  events.emit(WARM);
}

export function onceWarm(listener: () => void): void {
  events.once(WARM, listener);
}
