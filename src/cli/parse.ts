import { Parser } from 'yargs/helpers';
import { didYouMean } from '../batch/closest.js';
import type { Arguments, Command } from './command.js';
import { UsageError } from './usage-error.js';

/**
 * Reads the arguments of one command, by the parser of yargs alone: help and commands are our own, and all of yargs would
 * take a tenth of the time that a small file takes.
 *
 * @throws {UsageError} for an option that the command does not have, or a value that is missing.
 */
export function parseArguments(command: Command, args: readonly string[]): Arguments {
  const options = command.groups.flatMap((group) => group.options);
  const namesOf = (...kinds: readonly string[]) =>
    options.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);
  const { argv, error } = Parser.detailed([...args], {
    alias: Object.fromEntries(options.flatMap(({ name, alias }) => (alias === undefined ? [] : [[name, alias]]))),
    boolean: namesOf('flag'),
    string: namesOf('text', 'list'),
    array: namesOf('list'),
    narg: Object.fromEntries(namesOf('text').flatMap((name) => (name === 'color' ? [] : [[name, 1]]))),
    configuration: {
      'camel-case-expansion': false,
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    },
  });
  if (error !== null) throw new UsageError(explain(error));
  const names = options.flatMap(({ name, alias }) => (alias === undefined ? [name] : [name, alias]));
  const unknown = Object.keys(argv).find((key) => key !== '_' && !names.includes(key));
  if (unknown === undefined) return argv;
  // Any letter is close to any other.
  if (unknown.length === 1) throw new UsageError(`unknown option \`-${unknown}\``);
  const known = options.map(({ name }) => `--${name}`);
  throw new UsageError(`unknown option \`--${unknown}\`${didYouMean(`--${unknown}`, known)}`);
}

function explain({ message }: Error): string {
  const missing = /^Not enough arguments following: (.+)$/.exec(message)?.[1];
  return missing === undefined ? message : `${missing.length === 1 ? '-' : '--'}${missing} needs a value`;
}

/** Values of an option that may be given several times, or with commas. */
export function list(argv: Arguments, name: string, { commas = true } = {}): readonly string[] {
  const value = argv[name];
  const given = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
  if (!commas) return given;
  return given.flatMap((each) => each.split(',')).filter((each) => each !== '');
}

export function flag(argv: Arguments, name: string): boolean | undefined {
  const value = last(argv[name]);
  return typeof value === 'boolean' ? value : undefined;
}

export function text(argv: Arguments, name: string): string | undefined {
  const value = last(argv[name]);
  return typeof value === 'string' ? value : undefined;
}

/** Given twice, the second one counts: an alias of the shell can be overruled. */
function last(value: unknown): unknown {
  return Array.isArray(value) ? value.at(-1) : value;
}

/** A value out of a few. @throws {UsageError} for any other. */
export function choice<Name extends string>(argv: Arguments, name: string, known: readonly Name[]): Name | undefined {
  const given = text(argv, name);
  if (given === undefined) return undefined;
  const found = known.find((each) => each === given);
  if (found !== undefined) return found;
  throw new UsageError(`--${name}: \`${given}\` is not one of ${known.join(', ')}${didYouMean(given, known)}`);
}

/** What stands on the command line besides options. */
export function operands(argv: Arguments): readonly string[] {
  return Array.isArray(argv._) ? argv._.map(String) : [];
}
