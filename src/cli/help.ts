import { wrap } from '../reporters/wrap.js';
import type { Command } from './command.js';
import type { Option } from './option.js';

const INDENT = 26;

/** `loopshift --help` */
export function overview(commands: readonly Command[]): string {
  const examples = commands.flatMap((command) => command.examples.slice(0, 1));
  return sections([
    'loopshift moves Python files and notebooks between asyncio.run, top-level await,\nget_running_loop guards and run_until_complete, or says why a site has to stay.',
    'Usage: loopshift <command> [options] [paths..]',
    block(
      'Commands',
      commands.map((command) => row(`${command.name} ${command.positionals}`.trim(), command.summary)),
    ),
    block('Options', [
      row('-h, --help', 'this text, or that of a command'),
      row('--version', 'with -v, the parser in use too'),
    ]),
    block(
      'Examples',
      examples.map(([line, help]) => `  ${line}\n      ${help}`),
    ),
    'Exit codes: 0 done; 1 --check or --error-on-unconverted found something;\n2 usage, I/O, or a file that is not what it claims; 130 interrupted by Ctrl-C.',
  ]);
}

/** `loopshift convert --help` */
export function commandHelp(command: Command): string {
  return sections([
    `Usage: loopshift ${`${command.name} ${command.positionals}`.trim()}${command.groups.length > 0 ? ' [options]' : ''}`,
    wrap(`${command.summary}.`, 0),
    ...command.groups.map(({ title, options }) =>
      block(
        title,
        options.map((option) => row(flags(option), option.help)),
      ),
    ),
    ...(command.examples.length === 0
      ? []
      : [
          block(
            'Examples',
            command.examples.map(([line, help]) => `  ${line}\n      ${help}`),
          ),
        ]),
    ...(command.notes === undefined ? [] : [command.notes.map((note) => wrap(note, 0)).join('\n')]),
  ]);
}

function sections(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

function block(title: string, rows: readonly string[]): string {
  return `${title}:\n${rows.join('\n')}`;
}

/** `  -w, --write             write the changes; …` */
function row(left: string, help: string): string {
  const text = wrap(help, INDENT);
  const label = `  ${left}`;
  return label.length < INDENT - 1 ? label.padEnd(INDENT) + text.trimStart() : `${label}\n${text}`;
}

function flags({ name, alias, value, negated }: Option): string {
  const short = alias === undefined ? '' : `-${alias}, `;
  return `${short}--${negated === true ? 'no-' : ''}${name}${value === undefined ? '' : ` ${value}`}`;
}
