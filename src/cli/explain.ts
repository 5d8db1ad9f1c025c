import { didYouMean } from '../batch/closest.js';
import { explain as explanation } from '../catalog/explanation.js';
import { catalog, entry, isDiagnosticCode } from '../catalog/index.js';
import { wrap } from '../reporters/wrap.js';
import type { Command } from './command.js';
import { help } from './option.js';
import { operands } from './parse.js';
import { createTerminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** `loopshift explain LS201`: what a diagnostic says, what to do, and why the rule exists. */
export const explain: Command = {
  name: 'explain',
  positionals: '<code>',
  summary: 'Say what a diagnostic means, why it exists and what to do',
  groups: [help],
  examples: [['loopshift explain LS201', 'or: loopshift explain await-in-lambda']],
  async run(argv) {
    const given = operands(argv);
    if (given.length === 0)
      throw new UsageError('explain needs a code, such as LS201; `loopshift list codes` names them all');
    await createTerminal().print({ out: given.map(page).join('\n') });
    return 0;
  },
};

function page(name: string): string {
  const upper = name.toUpperCase();
  const code = isDiagnosticCode(upper) ? upper : CODES.find((each) => entry(each).name === name.toLowerCase());
  if (code === undefined) {
    if (/^(?!LS)[A-Z]+\d{3,}$/.test(upper))
      throw new UsageError(`\`${name}\` is no code of loopshift's: the transform that says it is what explains it`);
    const names = [...CODES, ...CODES.map((each) => entry(each).name)];
    throw new UsageError(`no diagnostic is called \`${name}\`${didYouMean(name, names)}`);
  }
  const { name: title, severity, message, why, hint } = explanation(code);
  return [
    `${code} ${title} (${severity})`,
    '',
    wrap(message, 2),
    '',
    wrap(why, 0),
    '',
    wrap(`What to do: ${hint}`, 0),
    '',
  ].join('\n');
}

const CODES = Object.keys(catalog).filter(isDiagnosticCode);
