import { isUtf8 } from 'node:buffer';
import type { ConvertOptions } from '../options.js';
import { atLeast, type PythonVersion } from '../python/version.js';
import { DRIVES, HINTS, QUESTIONS, RULES, Says, WORDS } from './driver-rules.js';
import { ByteFlag, createScanner, type Scanner } from './scanner.js';

export interface PrefilterOptions {
  /** What the file will be converted for: below 3.11, parts of asyncio that do not exist there are sites too. */
  readonly python?: PythonVersion;
  /** Where a loop always runs, a question for it is no site. */
  readonly to?: NonNullable<ConvertOptions['to']>;
  /** Functions of the project that drive a coroutine, as qualified names. */
  readonly runWrappers?: readonly string[];
}

/**
 * `false` only where a file cannot hold a run site: it is then neither decoded nor parsed, which decides how fast a large
 * tree is done (engine.md, decision 5). In doubt, `true`.
 */
export function mayHoldSite(bytes: Buffer, path: string, options: PrefilterOptions = {}): boolean {
  const scanner = bytesScanner();
  if (scanner === undefined) return true;
  const found = scanner.find(bytes);
  // Whether the file can be read at all is for the decoder to say.
  if ((found & ByteFlag.nul) !== 0 || ((found & ByteFlag.high) !== 0 && !isUtf8(bytes))) return true;
  if ((found & Says.coding) !== 0 && namesEncoding(bytes)) return true;
  if (namesWrapper(bytes, options)) return true;
  // A notebook's lines are JSON strings, which may end anywhere, so that the words are all that is asked; or a letter as an escape.
  if (/\.ipynb$/i.test(path)) return (found & (Says.named | Says.escaped)) !== 0;
  if ((found & Says.named) === 0) return false;
  // A suppression that skips nothing is told of.
  if ((found & Says.suppressed) !== 0) return true;
  const mayAwait = (found & Says.awaits) !== 0;
  const mayDrive = (found & DRIVES) !== 0 || ((found & Says.asyncio) !== 0 && hintsAtAsyncio(bytes, options));
  if (!mayDrive && !mayAwait) return false;
  if (isPercent(bytes, found)) return true;
  // What stands in a docstring drives nothing.
  if (mayDrive && holdsDriver(scanner.blankStrings(bytes), found, options)) return true;
  return mayAwait && scanner.hasAwaitOutsideAsync(bytes);
}

let made: Scanner | 'none' | undefined;

/** Made when it is first asked for; `undefined` where it cannot be. */
export function bytesScanner(): Scanner | undefined {
  made ??= createScanner(WORDS) ?? 'none';
  return made === 'none' ? undefined : made;
}

/** As {@link holdsDriver}, where nothing that drives has a word of its own; read faster, and with strings and comments. */
function hintsAtAsyncio(bytes: Buffer, { python }: PrefilterOptions): boolean {
  const text = bytes.toString('latin1');
  return HINTS.test(text) || isMissingPart(text, python);
}

/** @param found what the words of the file say */
function holdsDriver(code: string, found: number, { python, to }: PrefilterOptions): boolean {
  if (RULES.some(({ says, all }) => (found & says) !== 0 && all.every((each) => each.test(code)))) return true;
  if (isMissingPart(code, python)) return true;
  if (python !== undefined && !atLeast(python, '3.11') && /\bfrom\s+asyncio\b/.test(code)) return true;
  return !(to === 'notebook' || to === 'repl') && QUESTIONS.test(code);
}

function isPercent(bytes: Buffer, found: number): boolean {
  // Two bytes are too short a word.
  const isMarked = (found & Says.percent) !== 0 || bytes.includes('%%');
  return isMarked && PERCENT.test(bytes.toString('latin1'));
}

/** Behind a byte order mark, too. */
const PERCENT = /^(?:\xef\xbb\xbf)?#[ \t]*(?:%%|COMMAND -|Databricks)/m;

/** Public names of asyncio by the Python that brought them: below it they are converted or reported. */
const PARTS: readonly (readonly [since: PythonVersion, names: RegExp])[] = [
  ['3.11', /\basyncio\s*\.\s*(?:TaskGroup|Barrier|timeout)/],
  ['3.9', /\basyncio\s*\.\s*to_thread/],
  ['3.7', /\basyncio\s*\.\s*(?:create_task|current_task|all_tasks)/],
];

function isMissingPart(text: string, python: PythonVersion | undefined): boolean {
  if (python === undefined) return false;
  return PARTS.some(([since, names]) => !atLeast(python, since) && names.test(text));
}

function namesWrapper(bytes: Buffer, { runWrappers = [] }: PrefilterOptions): boolean {
  return runWrappers.some((name) => bytes.includes(name.slice(name.lastIndexOf('.') + 1)));
}

/** In its first two lines, an encoding other than UTF-8. */
function namesEncoding(bytes: Buffer): boolean {
  const lines = bytes.toString('latin1', 0, endOfTwoLines(bytes));
  const named = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/m.exec(lines)?.[1];
  return named !== undefined && !/^utf[-_]?8/i.test(named);
}

function endOfTwoLines(bytes: Buffer): number {
  let lines = 0;
  let at = 0;
  for (; at < Math.min(bytes.length, 400) && lines < 2; at++) {
    const isEnd = bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF);
    if (isEnd) lines += 1;
  }
  return at;
}

const [LF, CR] = [10, 13];
