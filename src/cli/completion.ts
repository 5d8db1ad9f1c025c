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
  local IFS=$'\\n' last=\${COMP_WORDS[COMP_CWORD]}
  COMPREPLY=($(compgen -W "$(loopshift --complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)" -- "\${last#=}"))
}
complete -o default -F _loopshift loopshift
`;

const ZSH = `#compdef loopshift
_loopshift() {
  local -a found
  found=(\${(f)"$(loopshift --complete "\${(@)words[2,CURRENT]}" 2>/dev/null)"})
  compadd -a found || _files
}
compdef _loopshift loopshift
`;

const FISH = `function __loopshift
  set -l found (loopshift --complete (commandline -opc)[2..] (commandline -ct) 2>/dev/null)
  if test (count $found) -gt 0
    printf '%s\\n' $found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c loopshift -f -a '(__loopshift)'
`;

const SCRIPTS: Readonly<Record<string, string>> = { bash: BASH, zsh: ZSH, fish: FISH };

/** `loopshift completion zsh`: what a shell asks when Tab is pressed. */
export const completion: Command = {
  name: 'completion',
  positionals: '<bash|zsh|fish>',
  summary: 'Print the completion script of a shell',
  groups: [help],
  examples: [
    ['eval "$(loopshift completion bash)"', 'in .bashrc; the same with zsh in .zshrc, behind `compinit`'],
    ['loopshift completion fish | source', 'in config.fish'],
  ],
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
 * What the last word could become. Nothing where a file is meant: the shell knows files better.
 *
 * @param words the command line without the program, the last word unfinished
 */
export function complete(words: readonly string[], commands: readonly Command[]): readonly string[] {
  const last = words.at(-1) ?? '';
  return candidates(words, commands).filter((each) => last === '=' || each.startsWith(last));
}

function candidates(words: readonly string[], commands: readonly Command[]): readonly string[] {
  const last = words.at(-1) ?? '';
  // bash parts `--to=no` into three words, and asks for the third
  const sign = last === '=' ? -1 : words.at(-2) === '=' ? -2 : 0;
  if (sign !== 0) {
    const name = `${words.at(sign - 1)}=`;
    const whole = candidates([...words.slice(0, sign - 1), name], commands);
    return whole.filter((each) => each.startsWith(name)).map((each) => each.slice(name.length));
  }
  const [, option = ''] = /^(--[\w-]+)=/.exec(last) ?? [];
  if (VALUES[option] !== undefined) return VALUES[option].map((value) => `${option}=${value}`);
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
  return words.length === 2 ? firstArgument(command, last) : [];
}

function firstArgument({ name, positionals }: Command, last: string): readonly string[] {
  // remove-nest-asyncio,asyncio-run-to-…
  const before = last.slice(0, last.lastIndexOf(',') + 1);
  if (name === 'run') return transforms.map((transform) => before + transform.name);
  if (name === 'explain') return Object.keys(catalog);
  // [forms|targets|codes]   <bash|zsh|fish>
  const choices = /^[[<]([\w|]+)[\]>]$/.exec(positionals)?.[1]?.split('|') ?? [];
  return choices.length > 1 ? choices : name === 'new' ? ['transform'] : [];
}
