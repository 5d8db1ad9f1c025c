import { didYouMean } from '../batch/closest.js';
import { ConfigError } from '../batch/pyproject.js';
import { errorMessage } from '../batch/system-error.js';
import { printable, printableLines } from '../reporters/index.js';
import type { Command } from './command.js';
import { createTerminal, type Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { VERSION } from './version.js';

/** Every command, loaded when it is asked for: `--version` and `--help` load no parser. */
const COMMANDS = {
  convert: async () => (await import('./convert.js')).convert,
  run: async () => (await import('./run.js')).run,
  scan: async () => (await import('./scan.js')).scan,
  undo: async () => (await import('./undo.js')).undo,
  list: async () => (await import('./list.js')).list,
  explain: async () => (await import('./explain.js')).explain,
  tree: async () => (await import('./tree.js')).tree,
  new: async () => (await import('./new.js')).new_,
  completion: async () => (await import('./completion.js')).completion,
} as const satisfies Record<string, () => Promise<Command>>;

process.on('uncaughtException', (error) => {
  process.stderr.write(`loopshift: internal error: ${printable(errorMessage(error))}\n`);
  process.exit(2);
});

void main(process.argv.slice(2)).then((code) => {
  process.exitCode ??= code;
  // A pipe may still be draining: then the process ends by itself. Otherwise it need not tidy up, which takes a while. What went
  // wrong with the last write is told by then.
  setImmediate(() => {
    if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
  });
});

/** @returns the exit code. Nothing is thrown: what goes wrong is one line on stderr. */
async function main(args: readonly string[]): Promise<number> {
  const terminal = createTerminal();
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    const isExpected = error instanceof UsageError || error instanceof ConfigError;
    // It may quote a path, a configuration, an argument, what somebody's transform says.
    const message = printable(errorMessage(error));
    await terminal.print({ err: `loopshift: ${isExpected ? message : `internal error: ${message}`}\n` });
    if (!isExpected && terminal.environment.LOOPSHIFT_DEBUG && error instanceof Error) {
      await terminal.print({ err: `${printableLines(String(error.stack))}\n` });
    }
    return 2;
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<number> {
  const [first] = args;
  if (first === '--version' || first === '-V') return printVersion(args, terminal);
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    const [, second] = args;
    if (first === 'help' && second !== undefined) return printHelp(second, terminal);
    const { overview } = await import('./help.js');
    const text = overview(await Promise.all(Object.values(COMMANDS).map((load) => load())));
    await terminal.print(first === undefined ? { err: text } : { out: text });
    return first === undefined ? 2 : 0;
  }
  if (first === '--complete') {
    const { complete } = await import('./completion.js');
    const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
    const found = complete(args.slice(1), commands);
    await terminal.print({ out: found.map((each) => `${each}\n`).join('') });
    return 0;
  }
  const end = args.indexOf('--');
  const options = end === -1 ? args : args.slice(0, end);
  if (options.includes('--help') || options.includes('-h')) return printHelp(first, terminal);
  if (options.includes('--version')) return printVersion(args, terminal);
  const command = await loadCommand(first);
  const { parseArguments } = await import('./parse.js');
  return command.run(parseArguments(command, args.slice(1)));
}

async function loadCommand(name: string): Promise<Command> {
  if (Object.hasOwn(COMMANDS, name)) return COMMANDS[name as keyof typeof COMMANDS]();
  if (name.startsWith('-')) throw new UsageError(`the command comes first: loopshift convert ${name}`);
  const known = Object.keys(COMMANDS);
  throw new UsageError(`unknown command \`${name}\`${didYouMean(name, known) || `: there are ${known.join(', ')}`}`);
}

async function printHelp(name: string, terminal: Terminal): Promise<number> {
  const { commandHelp } = await import('./help.js');
  await terminal.print({ out: commandHelp(await loadCommand(name)) });
  return 0;
}

async function printVersion(args: readonly string[], terminal: Terminal): Promise<number> {
  await terminal.print({ out: `loopshift ${VERSION}\n` });
  if (!args.some((each) => each === '-v' || each === '--verbose')) return 0;
  const { backendName, loadParser } = await import('../python/parser.js');
  await loadParser();
  await terminal.print({ out: `parser: tree-sitter (${backendName()})\nnode: ${process.version}\n` });
  return 0;
}
