import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from './interview.js';

/** The first one is what the library shows as the answer where only Enter is pressed. */
const CHOICES: readonly { readonly value: string; readonly answer: Answer; readonly label: string }[] = [
  { value: 'n', answer: 'no', label: 'no, leave it as it is' },
  { value: 'y', answer: 'yes', label: 'yes' },
  { value: 'a', answer: 'all', label: 'yes, and everything behind it, in all files' },
  { value: 'q', answer: 'quit', label: 'no, and ask no more; what was accepted is written' },
];

/** Asks on the terminal, by one key. Ctrl-C and Escape cancel; Enter alone is a no. */
export async function prompt(message: string): Promise<Answer> {
  if (await isCancelledAhead()) return 'cancel';
  const { isCancel, selectKey } = await import('@clack/prompts');
  const options = CHOICES.map(({ value, label }) => ({ value, label }));
  const given = await selectKey({ message, options, initialValue: 'n' });
  if (isCancel(given)) return 'cancel';
  return CHOICES.find(({ value }) => value === given)?.answer ?? 'no';
}

const CTRL_C = '\u0003';

/** Nobody answers a question that they have not seen: what was typed before it stands there is dropped, all but Ctrl-C. */
async function isCancelledAhead(): Promise<boolean> {
  const { stdin } = process;
  let typed = '';
  const listen = (data: Buffer) => {
    typed += data.toString('latin1');
  };
  stdin.setRawMode(true);
  stdin.on('data', listen);
  await pause(SHORT);
  stdin.off('data', listen);
  stdin.pause();
  stdin.setRawMode(false);
  return typed.includes(CTRL_C);
}

/** In milliseconds: what the terminal holds comes at once. */
const SHORT = 20;
