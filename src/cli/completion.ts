import { transforms } from '../../transforms/index.js';
import { catalog } from '../catalog/index.js';
import { forms } from '../forms/index.js';
import { GUARD_STYLES, TARGET_NAMES } from '../options.js';
import { reporters } from '../reporters/index.js';
import type { Command } from './command.js';
import { help } from './option.js';
import { operands } from './parse.js';
import { templates } from './templates/index.js';
import { createTerminal } from './terminal.js';
import { optionsOf } from './transform-options.js';
import { UsageError } from './usage-error.js';

const BASH = `_loopshift() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$(loopshift --complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _loopshift loopshift
`;

const ZSH = `#compdef loopshift
_loopshift() {
  local -a found
  found=("\${(@f)$(loopshift --complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  compadd -a found || _files
}
compdef _loopshift loopshift
`;

const FISH = `complete -c loopshift -a '(loopshift --complete (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'
`;

const SCRIPTS: Readonly<Record<string, string>> = { bash: BASH, zsh: ZSH, fish: FISH };

/** `loopshift completion zsh`: what a shell asks when Tab is pressed. */
export const completion: Command = {
  name: 'completion',
  positionals: '<bash|zsh|fish>',
  summary: 'Print the completion script of a shell',
  groups: [help],
  examples: [['eval "$(loopshift completion bash)"', 'in .bashrc; the same with zsh in .zshrc']],
  async run(argv) {
    const [shell = ''] = operands(argv);
    const script = SCRIPTS[shell];
    if (script === undefined) throw new UsageError(`completion needs a shell: ${Object.keys(SCRIPTS).join(', ')}`);
    await createTerminal().print({ out: script });
    return 0;
  },
};

/** Values of options, by name. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  '--to': [...TARGET_NAMES, 'auto'],
  '--guard': GUARD_STYLES,
  '--from': forms.map((form) => form.name),
  '--output-format': reporters.map((reporter) => reporter.name),
  '--color': ['auto', 'always', 'never'],
  '--diff-style': ['raw', 'cell'],
  '--kind': templates.map((template) => template.name),
  '--option': transforms.flatMap((transform) =>
    [...optionsOf(transform)].flatMap(([key, { choices = [''] }]) =>
      choices.map((choice) => `${transform.name}.${key}=${String(choice)}`),
    ),
  ),
};

/**
 * What could stand where the last word does. Nothing where a file is meant: the shell knows files better.
 *
 * @param words the command line without the program, the last word unfinished
 */
export function complete(words: readonly string[], commands: readonly Command[]): readonly string[] {
  const last = words.at(-1) ?? '';
  if (words.length <= 1) return [...commands.map((command) => command.name), '--help', '--version'];
  const values = VALUES[words.at(-2) ?? ''];
  if (values !== undefined) return values;
  const command = commands.find(({ name }) => name === words[0]);
  if (command === undefined) return [];
  if (last.startsWith('-')) {
    return command.groups.flatMap(({ options }) =>
      options.map(({ name, negated }) => `--${negated === true ? 'no-' : ''}${name}`),
    );
  }
  return words.length === 2 ? firstArgument(command) : [];
}

function firstArgument({ name, positionals }: Command): readonly string[] {
  if (name === 'run') return transforms.map((transform) => transform.name);
  if (name === 'explain') return Object.keys(catalog);
  // [forms|targets|codes]   <bash|zsh|fish>
  const choices = /^[[<]([\w|]+)[\]>]$/.exec(positionals)?.[1]?.split('|') ?? [];
  return choices.length > 1 ? choices : name === 'new' ? ['transform'] : [];
}
