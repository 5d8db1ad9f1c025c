import type { Terminal } from './terminal.js';

export interface Progress {
  at(index: number): Promise<void>;
  clear(): Promise<void>;
}

/** `1,204 of 4,882 files`, on a terminal only, and only for a run that takes long enough to wonder. */
export function createProgress(total: number, terminal: Terminal, quiet: boolean): Progress {
  const shown = !quiet && terminal.isTerminal('err');
  let next = Date.now() + 500;
  let visible = false;
  return {
    async at(index) {
      if (!shown || Date.now() < next) return;
      next = Date.now() + 100;
      visible = true;
      const text = `${index.toLocaleString('en')} of ${total.toLocaleString('en')} files`;
      await terminal.print({ err: `\r\u001b[K${text}` });
    },
    async clear() {
      if (!visible) return;
      visible = false;
      await terminal.print({ err: '\r\u001b[K' });
    },
  };
}
