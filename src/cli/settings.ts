import { readFileSync } from 'node:fs';
import { didYouMean } from '../batch/closest.js';
import { type ConfigOptions, present } from '../batch/config.js';
import type { GivenPath } from '../batch/discover.js';
import { hasPythonExtension } from '../batch/entries.js';
import { systemMessage } from '../batch/system-error.js';
import { isTwin } from '../forms/twins.js';
import { type ConvertOptions, GUARD_STYLES, TARGET_NAMES } from '../options.js';
import { parseVersion } from '../python/version.js';
import { findReporter, type Reporter, reporters } from '../reporters/index.js';
import type { Arguments } from './command.js';
import { refuseToOverwrite } from './overwrite.js';
import { choice, flag, list, text } from './parse.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** The command line, read once into one record. What it does not say is absent, and the configuration's to say. */
export interface Settings {
  readonly command: 'convert' | 'run' | 'scan';
  readonly paths: readonly GivenPath[];
  /** `-`: what to take stdin for. */
  readonly stdin: string | undefined;
  readonly convert: ConvertOptions;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly respectGitignore: boolean | undefined;
  readonly forceExclude: boolean | undefined;
  readonly config: ConfigOptions;
  readonly showSettings: boolean;
  readonly write: boolean;
  /** Ask about each group of sites before it is written. */
  readonly interactive: boolean;
  readonly check: boolean;
  readonly diff: boolean;
  readonly diffStyle: 'cell' | 'raw' | undefined;
  readonly output: string | undefined;
  readonly outDir: string | undefined;
  /** One patch of all changes. */
  readonly patch: string | undefined;
  /** One page of all that is said. */
  readonly report: string | undefined;
  readonly allowDirty: boolean;
  /** Only what differs from this commit. */
  readonly since: string | undefined;
  readonly errorOnUnconverted: boolean;
  /** What was there before, and fails no check. */
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
  /** Have outputs compiled, by the CPython at `path`, else by one that is found. */
  readonly verify: { readonly path: string | undefined } | undefined;
  /** `scan`: show what becomes async with each site. */
  readonly tree: boolean;
  /** Threads to convert in. */
  readonly jobs: number | 'auto';
  /** Where outcomes are kept from run to run. */
  readonly cacheDir: string | undefined;
  readonly reporter: Reporter;
  readonly color: 'auto' | 'always' | 'never';
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** @throws {UsageError} where options contradict each other, or a value is none that exists. */
export async function readSettings(
  command: Settings['command'],
  argv: Arguments,
  paths: readonly string[],
  terminal: Terminal,
): Promise<Settings> {
  const given = await givenPaths(argv, paths, terminal);
  const interactive = flag(argv, 'interactive') ?? false;
  const stdin = given.some(({ path }) => path === '-');
  const settings: Settings = {
    command,
    paths: given,
    stdin: stdin ? (text(argv, 'stdin-filename') ?? 'stdin.py') : undefined,
    convert: await convertOptions(argv),
    include: list(argv, 'include'),
    exclude: list(argv, 'exclude'),
    respectGitignore: flag(argv, 'respect-gitignore'),
    forceExclude: flag(argv, 'force-exclude'),
    config: present<ConfigOptions>({ file: text(argv, 'config'), isolated: flag(argv, 'isolated') }),
    showSettings: flag(argv, 'show-settings') ?? false,
    write: (flag(argv, 'write') ?? false) || interactive,
    interactive,
    check: flag(argv, 'check') ?? false,
    diff: flag(argv, 'diff') ?? false,
    diffStyle: choice(argv, 'diff-style', ['cell', 'raw']),
    output: text(argv, 'output'),
    outDir: text(argv, 'out-dir'),
    patch: text(argv, 'patch'),
    report: text(argv, 'report'),
    allowDirty: flag(argv, 'allow-dirty') ?? false,
    since: text(argv, 'since'),
    errorOnUnconverted: flag(argv, 'error-on-unconverted') ?? false,
    baseline: text(argv, 'baseline'),
    updateBaseline: flag(argv, 'update-baseline') ?? false,
    verify: verify(argv),
    tree: flag(argv, 'tree') ?? false,
    jobs: jobs(argv),
    cacheDir: cacheDirectory(argv),
    reporter: reporter(argv),
    color:
      argv.color === ''
        ? 'always'
        : flag(argv, 'color') === false
          ? 'never'
          : (choice(argv, 'color', COLORS) ?? 'auto'),
    quiet: flag(argv, 'quiet') ?? false,
    verbose: flag(argv, 'verbose') ?? false,
  };
  refuseContradictions(settings, argv);
  if (interactive) refuseQuestions(settings, argv, terminal);
  return settings;
}

const COLORS = ['auto', 'always', 'never'] as const;

async function convertOptions(argv: Arguments): Promise<ConvertOptions> {
  const from = list(argv, 'from');
  if (from.length > 0) {
    const { forms } = await import('../forms/index.js');
    const names: readonly string[] = forms.map(({ name }) => name);
    const wrong = from.find((name) => !names.includes(name));
    if (wrong !== undefined) throw new UsageError(`--from: no form \`${wrong}\`${didYouMean(wrong, names)}`);
  }
  const some = (names: readonly string[]) => (names.length === 0 ? undefined : names);
  return present<ConvertOptions>({
    to: choice(argv, 'to', [...TARGET_NAMES, 'auto']),
    python: pythonVersion(argv),
    guard: choice(argv, 'guard', GUARD_STYLES),
    bridge: flag(argv, 'bridge'),
    unsafe: flag(argv, 'unsafe'),
    clearErrors: flag(argv, 'clear-errors'),
    from: some(from),
    pythonCellMagics: some(list(argv, 'python-cell-magic')),
    runWrappers: some(list(argv, 'run-wrapper')),
    twins: some(twins(argv)),
  });
}

function jobs(argv: Arguments): Settings['jobs'] {
  const given = text(argv, 'jobs') ?? 'auto';
  if (given === 'auto') return given;
  if (/^[1-9]\d?$/.test(given)) return Number(given);
  throw new UsageError(`--jobs: \`${given}\` is not auto or a number from 1 to 99`);
}

/** In the directory where the command runs, as pytest, ruff and mypy keep theirs. */
function cacheDirectory(argv: Arguments): string | undefined {
  return text(argv, 'cache-dir') ?? (flag(argv, 'cache') === true ? '.loopshift_cache' : undefined);
}

function twins(argv: Arguments): readonly string[] {
  const given = list(argv, 'twin');
  const wrong = given.find((pair) => !isTwin(pair));
  if (wrong === undefined) return given;
  throw new UsageError(`--twin: \`${wrong}\` is not package.Class.method:twin`);
}

function pythonVersion(argv: Arguments): ConvertOptions['python'] | undefined {
  const given = text(argv, 'python');
  if (given === undefined || given === 'auto') return given;
  const version = parseVersion(given);
  if (version === undefined) throw new UsageError(`--python: \`${given}\` is not auto or a version from 3.6 to 3.15`);
  return version;
}

function verify(argv: Arguments): Settings['verify'] {
  const path = text(argv, 'verify-with');
  return path !== undefined || flag(argv, 'verify') === true ? { path } : undefined;
}

function reporter(argv: Arguments): Reporter {
  const format = choice(
    argv,
    'output-format',
    reporters.map(({ name }) => name),
  );
  if (flag(argv, 'json') === true && format !== undefined && format !== 'json') {
    throw new UsageError(`--json and --output-format ${format} contradict each other`);
  }
  const found = findReporter(flag(argv, 'json') === true ? 'json' : (format ?? 'text'));
  if (found === undefined) throw new Error('a registered output format is missing');
  return found;
}

async function givenPaths(
  argv: Arguments,
  paths: readonly string[],
  terminal: Terminal,
): Promise<readonly GivenPath[]> {
  const named = paths.map((path) => ({ path, listed: false }));
  const file = text(argv, 'files-from');
  if (file === undefined) return named.length === 0 ? [{ path: '.', listed: false }] : named;
  if (file === '-' && paths.includes('-')) throw new UsageError('stdin cannot be both the file and the list of files');
  const content = file === '-' ? await terminal.readStdin() : readList(file);
  const names = decodeList(content);
  const listed = names.split(names.includes('\0') ? '\0' : /\r?\n/).filter((path) => path !== '');
  return [...named, ...listed.map((path) => ({ path, listed: true }))];
}

/** `git ls-files > list.txt` of a PowerShell is UTF-16 with a byte order mark. */
function decodeList(content: Buffer): string {
  const isWide = content[0] === 0xff && content[1] === 0xfe;
  return content.toString(isWide ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '');
}

function readList(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(`--files-from: cannot read ${file}: ${systemMessage(error)}`);
  }
}

function refuseContradictions(settings: Settings, argv: Arguments): void {
  const { paths, stdin, write, check, output, outDir, convert } = settings;
  if (paths.some(({ path }) => path === '')) throw new UsageError('a path is empty');
  if (stdin !== undefined && paths.length > 1)
    throw new UsageError('stdin (-) cannot be converted together with other paths');
  if (stdin !== undefined && write && !settings.interactive)
    throw new UsageError('--write has no file to write with -; the result goes to stdout');
  if (stdin === undefined && text(argv, 'stdin-filename') !== undefined) {
    throw new UsageError('--stdin-filename is for stdin: give - as the path');
  }
  if (write && check && !settings.interactive) throw new UsageError('--check writes nothing: leave --write away');
  if (output !== undefined && outDir !== undefined)
    throw new UsageError('--output and --out-dir contradict each other');
  if (output !== undefined && paths.length !== 1)
    throw new UsageError('--output takes exactly one file; --out-dir takes many');
  if ((output ?? outDir) !== undefined && check) throw new UsageError('--check writes nothing: leave --output away');
  if ((output ?? outDir) !== undefined && write && !settings.interactive)
    throw new UsageError('--output and --out-dir write without --write');
  if (settings.patch !== undefined) {
    if ((output ?? outDir) !== undefined) throw new UsageError('--patch is of changes in place: leave --output away');
    if (stdin !== undefined) throw new UsageError('--patch is of files; the result of - goes to stdout');
    refuseToOverwrite('--patch', settings.patch);
  }
  if (stdin !== undefined && settings.since !== undefined) throw new UsageError('--since is for files, and not for -');
  if (settings.updateBaseline && settings.baseline === undefined)
    throw new UsageError('--update-baseline needs --baseline FILE');
  if (hasPythonExtension(settings.baseline ?? ''))
    throw new UsageError(`--baseline: ${settings.baseline} is no baseline`);
  if (convert.to === 'portable' && convert.python === '3.6') {
    throw new UsageError('--to portable needs Python 3.7: asyncio.get_running_loop is new there');
  }
}

/** Questions need somebody who reads them and answers, and files to write the answers to. */
function refuseQuestions(settings: Settings, argv: Arguments, terminal: Terminal): void {
  const { stdin, check, output, outDir, reporter } = settings;
  const refuse = (why: string) => {
    throw new UsageError(`--interactive ${why}`);
  };
  if (check) refuse('writes what is accepted, and --check writes nothing: leave one of them away');
  if (stdin !== undefined) refuse('is for files, and not for -');
  if ((output ?? outDir) !== undefined) refuse('is of changes in place: leave --output away');
  if (reporter.name !== 'text') refuse(`asks on the terminal, which ${reporter.name} output would break`);
  if (text(argv, 'files-from') === '-') refuse('reads answers from stdin, which holds the list of files');
  if (!terminal.isTerminal('in') || !terminal.isTerminal('out'))
    refuse('asks on a terminal, and stdin or stdout is none; --write converts without questions');
}
