import { isUtf8 } from 'node:buffer';
import { twins } from '../forms/twins.js';
import type { ConvertOptions } from '../options.js';
import { atLeast, type PythonVersion } from '../python/version.js';
import { createScanner, type Scanner } from './scanner.js';

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
  // Whether the file can be read at all is for the decoder to say.
  if (!isUtf8(bytes) || bytes.includes(0)) return true;
  const found = scanner.find(bytes);
  if ((found & Says.coding) !== 0 && namesEncoding(bytes)) return true;
  if (namesWrapper(bytes, options)) return true;
  // A notebook's lines are JSON strings, which may end anywhere, so that the words are all that is asked; or a letter as an escape.
  if (/\.ipynb$/i.test(path)) return (found & (Says.named | Says.escaped)) !== 0;
  if ((found & Says.named) === 0) return false;
  // A suppression that skips nothing is told of.
  if ((found & Says.suppressed) !== 0) return true;
  const mayAwait = (found & Says.awaits) !== 0;
  const isWorded = (found & Says.drives) !== 0;
  const mayDrive = isWorded || ((found & Says.asyncio) !== 0 && hintsAtAsyncio(bytes, options));
  if (!mayDrive && !mayAwait) return false;
  if (isPercent(bytes, found)) return true;
  // What stands in a docstring drives nothing.
  if (mayDrive && holdsDriver(scanner.blankStrings(bytes), isWorded, options)) return true;
  return mayAwait && scanner.hasAwaitOutsideAsync(bytes);
}

let made: Scanner | 'none' | undefined;

/** Made when it is first asked for; `undefined` where it cannot be. */
export function bytesScanner(): Scanner | undefined {
  made ??= createScanner(WORDS) ?? 'none';
  return made === 'none' ? undefined : made;
}

/** As {@link holdsDriver}, where no driver has a word of its own; read faster, and with strings and comments. */
function hintsAtAsyncio(bytes: Buffer, { python }: PrefilterOptions): boolean {
  const text = bytes.toString('latin1');
  return HINTS.test(text) || isMissingPart(text, python);
}

/** @param isWorded one of {@link DRIVER_WORDS} is there, as the name of every library is */
function holdsDriver(code: string, isWorded: boolean, { python, to }: PrefilterOptions): boolean {
  if (DRIVERS.test(code) || (isWorded && LIBRARY_CALLS.test(code) && LIBRARY_IMPORTS.test(code))) return true;
  if (isMissingPart(code, python)) return true;
  if (python !== undefined && !atLeast(python, '3.11') && /\bfrom\s+asyncio\b/.test(code)) return true;
  return !(to === 'notebook' || to === 'repl') && QUESTIONS.test(code);
}

/** Blanks and line continuations; comments are blanks by now. */
const GAP = String.raw`[\s\\]*`;

/** Libraries that drive coroutines by functions of their own: nothing is resolved to them without an import. */
const LIBRARIES =
  'anyio|trio|marvin|controlflow|parsera|llama_parse|llama_cloud_services|llama_index|uvicorn|quart|fastmcp|sanic|discord|nextcord|disnake|pyrogram|ib_insync|ib_async';

/** Functions of theirs, and of others, by names that are long enough to tell. */
const FUNCTIONS = 'run_sync|evaluate_sync|model_request_sync|run_app|run_polling|run_webhook|sync_playwright';

/** Names of what drives a coroutine in a file's code, and of how `asyncio` may come to be called something else. */
const DRIVERS = new RegExp(
  [
    String.raw`\basyncio${GAP}\.${GAP}(?:run\b|Runner|runners)`,
    String.raw`\bfrom${GAP}asyncio${GAP}\.`,
    // from asyncio import (gather, run)
    String.raw`\bfrom${GAP}asyncio${GAP}import\b[\w\s,\\(]{0,5000}?(?:\brun\b|Runner|runners|\bcoroutine\b|\*)`,
    String.raw`\basyncio\s+as\b`,
    String.raw`[=(,:]${GAP}asyncio\b(?!${GAP}\.)`,
    // import_module("asyncio")
    String.raw`\(${GAP}["']asyncio["']`,
    'nest_asyncio|uvloop|async_to_sync',
    String.raw`\b(?:run_until_complete|run_forever|run_coroutine_threadsafe|${FUNCTIONS})\b`,
    // What Python has no more: asyncio.Task.all_tasks(), @asyncio.coroutine, asyncio.sleep(1, loop=loop)
    String.raw`\basyncio${GAP}\.${GAP}(?:Task${GAP}\.|coroutine\b|\w+_child_watcher)`,
    String.raw`\basyncio${GAP}\.${GAP}\w+${GAP}\([^)]{0,300}\bloop${GAP}=`,
  ].join('|'),
  'm',
);

// Between the starts of two statements every character is looked at once.
const LIBRARY_IMPORTS = new RegExp(
  String.raw`(?:^|[;:])[ \t\f]*(?:import|from)\b(?:[^\n;:\\]|\\(?:\r?\n)?)*?\b(?:${LIBRARIES})\b`,
  'm',
);

/** Whatever an import calls it, the name of the function is written once. */
const LIBRARY_CALLS = new RegExp(
  String.raw`\b(?:${[...new Set(['run', 'startLoop', ...twins.map(({ name }) => name.slice(name.lastIndexOf('.') + 1))])].join('|')})\b|import\s*\*`,
);

/** Where a loop comes from. With nothing that drives it, only a script's Python may ask for another spelling. */
const QUESTIONS = /(?:get|new|set)_event_loop|get_running_loop/;

/** As the part of {@link DRIVERS} that is about asyncio. */
const HINTS = new RegExp(
  [
    String.raw`\basyncio(?:\s*(?:\\|#|\.\s*(?:run|Runner|runners|Task|coroutine|\w+_child_watcher|\\|#))|\s+as\b)`,
    String.raw`\bfrom[\s\\]+asyncio\b|[=(,:][\s\\]*asyncio\b|["']asyncio["']|\bloop\s*=`,
  ].join('|'),
);

/** Words of {@link DRIVERS} and {@link QUESTIONS} that mean something without asyncio. */
const DRIVER_WORDS: readonly string[] = [
  ...['_event_loop', 'get_running_loop', 'nest_asyncio', 'async_to_sync', 'uvloop'],
  ...['run_until_complete', 'run_forever', 'run_coroutine_threadsafe'],
  ...FUNCTIONS.split('|'),
  ...LIBRARIES.split('|'),
];

/** What a word says of a file that holds it. */
enum Says {
  /** Without one of these there is nothing to look at, and most files hold none. */
  named = 1,
  drives = 2,
  asyncio = 4,
  awaits = 8,
  suppressed = 16,
  percent = 32,
  coding = 64,
  escaped = 128,
}

/** `async with` and `async for` may stand without an `await`. What stands between the words is seldom more than a blank. */
const BLOCKS = [
  ...['async w', 'async f'],
  ...[...' \t\f\v\r\n\\'].flatMap((gap) => (gap === ' ' ? ['async  '] : [`async${gap}`, `async ${gap}`])),
];

const WORDS: readonly (readonly [word: string, says: number])[] = [
  ['async', Says.named],
  ['await', Says.named | Says.awaits],
  ...BLOCKS.map((block) => [block, Says.awaits] as const),
  ['asyncio', Says.asyncio],
  ...['event_loop', 'running_loop'].map((word) => [word, Says.named] as const),
  ...DRIVER_WORDS.map((word) => [word, Says.named | Says.drives] as const),
  ['loopshift', Says.named],
  ['loopshift:', Says.suppressed],
  ...['COMMAND -', 'Databricks'].map((mark) => [mark, Says.percent] as const),
  ['coding', Says.coding],
  ...['\\u006', '\\u007'].map((letter) => [letter, Says.escaped] as const),
];

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
