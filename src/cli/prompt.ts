import type { Answer } from './interview.js';

const CHOICES: readonly { readonly value: string; readonly answer: Answer; readonly label: string }[] = [
  { value: 'y', answer: 'yes', label: 'yes' },
  { value: 'n', answer: 'no', label: 'no, leave it as it is' },
  { value: 'a', answer: 'all', label: 'yes, and everything behind it, in all files' },
  { value: 'q', answer: 'quit', label: 'no, and ask no more; what was accepted is written' },
];

/** Asks on the terminal, by one key. Ctrl-C and Escape cancel; Enter alone is a no. */
export async function prompt(message: string): Promise<Answer> {
  const { isCancel, selectKey } = await import('@clack/prompts');
  const options = CHOICES.map(({ value, label }) => ({ value, label }));
  const given = await selectKey({ message, options, initialValue: 'n' });
  if (isCancel(given)) return 'cancel';
  return CHOICES.find(({ value }) => value === given)?.answer ?? 'no';
}
