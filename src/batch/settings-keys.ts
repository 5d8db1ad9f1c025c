import { isTwin } from '../forms/twins.js';
import { type ConvertOptions, GUARD_STYLES, TARGET_NAMES } from '../options.js';
import { parseVersion } from '../python/version.js';
import { didYouMean } from './closest.js';

/** One key of `[tool.loopshift]`: what its value has to be, both for the reader and for the JSON schema that editors use. */
export interface SettingsKey<Value> {
  readonly summary: string;
  /** What holds where nobody says anything. */
  readonly fallback: Value;
  /** Its value, as JSON schema (draft-07). */
  readonly schema: object;
  /** @throws {WrongValue} which says what it must be. */
  read(value: unknown): Value;
}

/** A value that a key cannot have; the message goes on after its name: `must be true or false`. */
export class WrongValue extends Error {
  override readonly name = 'WrongValue';
}

export const SETTINGS_KEYS = {
  to: choice(
    [...TARGET_NAMES, 'auto'],
    'auto',
    'Where the code is to run. auto: notebooks and percent-format files as notebook, other files as script.',
  ),
  python: version('The oldest Python to write for. auto: requires-python, else what the notebook says, else 3.11.'),
  guard: choice(
    GUARD_STYLES,
    'auto',
    'What portable code does where a loop is running: a task, or a thread of its own.',
  ),
  bridge: flag(true, 'Whether the bridge helper may be added where a site cannot await.'),
  unsafe: flag(false, 'Convert what is likely right but cannot be proved from the file, too.'),
  'clear-errors': flag(false, 'Drop stale "asyncio.run() cannot be called" outputs of converted cells.'),
  'python-cell-magics': strings("Cell magics whose body is Python in the notebook's namespace."),
  'run-wrappers': strings('Functions that drive a coroutine as asyncio.run does, as package.module.name.'),
  twins: twins('Synchronous wrappers and their async twins, as package.Class.method:twin; used where unsafe is true.'),
  include: strings('Of directories, only files that match one of these patterns, written as in a .gitignore.'),
  exclude: strings('Of directories, no file or directory that matches one of these patterns.'),
  'respect-gitignore': flag(true, "Whether git's ignore rules hold in directories."),
  'force-exclude': flag(false, "Let exclude and git's rules hold for files that are named on the command line, too."),
} as const;

export type SettingsName = keyof typeof SETTINGS_KEYS;

export const SETTINGS_NAMES = Object.keys(SETTINGS_KEYS) as readonly SettingsName[];

function flag(fallback: boolean, summary: string): SettingsKey<boolean> {
  return {
    summary,
    fallback,
    schema: { type: 'boolean' },
    read(value) {
      if (typeof value === 'boolean') return value;
      throw new WrongValue('must be true or false');
    },
  };
}

function strings(summary: string): SettingsKey<readonly string[]> {
  return { summary, fallback: [], schema: { type: 'array', items: { type: 'string' } }, read: readStrings };
}

function twins(summary: string): SettingsKey<readonly string[]> {
  return {
    summary,
    fallback: [],
    schema: { type: 'array', items: { type: 'string', pattern: '^\\w+(\\.\\w+)+:\\w+$' } },
    read(value) {
      const pairs = readStrings(value);
      const wrong = pairs.find((pair) => !isTwin(pair));
      if (wrong === undefined) return pairs;
      throw new WrongValue(`holds "${wrong}", which is not "package.Class.method:twin"`);
    },
  };
}

function choice<Name extends string>(names: readonly Name[], fallback: Name, summary: string): SettingsKey<Name> {
  return {
    summary,
    fallback,
    schema: { enum: names },
    read(value) {
      const found = names.find((name) => name === value);
      if (found !== undefined) return found;
      const meant = typeof value === 'string' ? didYouMean(value, names) : '';
      throw new WrongValue(`must be one of ${names.map((name) => `"${name}"`).join(', ')}${meant}`);
    },
  };
}

function version(summary: string): SettingsKey<NonNullable<ConvertOptions['python']>> {
  return {
    summary,
    fallback: 'auto',
    schema: { type: 'string', pattern: '^(auto|3\\.([6-9]|1[0-5])(\\.\\d+)?)$' },
    read(value) {
      const found = value === 'auto' ? value : parseVersion(typeof value === 'string' ? value : '');
      if (found !== undefined) return found;
      throw new WrongValue('must be "auto" or a version from "3.6" to "3.15", as a string');
    },
  };
}

function readStrings(value: unknown): readonly string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw new WrongValue('must be a list of strings');
}
