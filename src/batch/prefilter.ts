import { isUtf8 } from 'node:buffer';
import { TOOK_LOOP } from '../forms/took-loop.js';
import { twins } from '../forms/twins.js';
import type { ConvertOptions } from '../options.js';
import { atLeast, type PythonVersion } from '../python/version.js';
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

/** Blanks and line continuations; comments are blanks by now. */
const GAP = String.raw`[\s\\]*`;

/** Libraries that drive coroutines by `run`, a function of the module's own. */
const RUNNERS = 'anyio|trio|uvicorn';

/** By functions and methods whose names say little: nothing is resolved to them without an import. */
const LIBRARIES =
  'marvin|controlflow|parsera|llama_parse|llama_cloud_services|llama_index|quart|fastmcp|sanic|discord|nextcord|disnake|pyrogram|ib_insync|ib_async';

/** By others, whose names are long enough to tell, and the libraries' own are not. */
const FUNCTIONS = 'run_sync|evaluate_sync|model_request_sync|run_app|run_polling|run_webhook|sync_playwright';

/** Not where a function of that name is defined. */
const CALLED = String.raw`(?<!\bdef[\s\\]{1,9})`;

/** A module by any name: `from anyio import run`, `import trio as t`, `aio = asyncio`; not `asyncio = None`. */
function renamed(module: string): string {
  return String.raw`(?<!\.)\b(?:${module})\s+as\b|[=(,:]${GAP}(?:${module})\b(?!${GAP}(?:\.|=(?!=)))`;
}

/** What stands in parentheses, with parentheses in it, so many deep. */
function balanced(depth: number): string {
  return depth === 0 ? String.raw`\([^()]*\)` : String.raw`\((?:[^()]|${balanced(depth - 1)})*\)`;
}

// Between the starts of two statements every character is looked at once.
function imported(modules: string): RegExp {
  return new RegExp(String.raw`(?:^|[;:])[ \t\f]*(?:import|from)\b(?:[^\n;:\\]|\\(?:\r?\n)?)*?\b(?:${modules})\b`, 'm');
}

/** What a word says of a file that holds it. */
enum Says {
  /** Without one of these there is nothing to look at, and most files hold none. */
  named = 1 << 0,
  asyncio = 1 << 1,
  awaits = 1 << 2,
  suppressed = 1 << 3,
  percent = 1 << 4,
  coding = 1 << 5,
  escaped = 1 << 6,
  // What drives a coroutine, and means something without asyncio.
  drives = 1 << 7,
  asks = 1 << 8,
  imports = 1 << 9,
  uvloop = 1 << 10,
  asgiref = 1 << 11,
  runs = 1 << 12,
  calls = 1 << 13,
  libraries = 1 << 14,
}

const DRIVES = Says.drives | Says.asks | Says.uvloop | Says.asgiref | Says.runs | Says.calls | Says.libraries;

/** Names of what drives a coroutine in a file's code. All expressions have to be found, where one of the words was. */
interface Rule {
  readonly says: number;
  readonly all: readonly RegExp[];
}

const lastParts = twins.map(({ name }) => name.slice(name.lastIndexOf('.') + 1));
/** Libraries with one of {@link FUNCTIONS}. */
const ITS_LIBRARIES = twins
  .filter((_, index) => FUNCTIONS.split('|').includes(lastParts[index] as string))
  .map(({ name }) => name.slice(0, name.indexOf('.')));

const RULES: readonly Rule[] = [
  {
    says: Says.asyncio | Says.drives,
    all: [
      new RegExp(
        [
          String.raw`\basyncio${GAP}\.${GAP}(?:run\b|Runner|runners)`,
          String.raw`\bfrom${GAP}asyncio${GAP}\.${GAP}(?:runners|coroutines)\b`,
          // from asyncio import (gather, run)
          String.raw`\bfrom${GAP}asyncio${GAP}import\b[\w\s,\\(]{0,5000}?(?:\brun\b|Runner|runners|\bcoroutine\b|\*)`,
          renamed('asyncio'),
          'nest_asyncio',
          String.raw`${CALLED}\b(?:run_until_complete|run_forever|run_coroutine_threadsafe)\b`,
          // What Python has no more: asyncio.Task.all_tasks(), @asyncio.coroutine
          String.raw`\basyncio${GAP}\.${GAP}(?:Task${GAP}\.|coroutine\b|\w+_child_watcher)`,
        ].join('|'),
        'm',
      ),
    ],
  },
  // importlib.import_module("asyncio")
  { says: Says.imports, all: [/["'](?:asyncio|uvloop)["']/] },
  // asyncio.wait_for(get(url(1)), 5, loop=loop)
  {
    says: Says.asyncio,
    all: [new RegExp(String.raw`\b(?:${TOOK_LOOP.join('|')})${GAP}\((?:[^()]|${balanced(4)}){0,5000}?\bloop${GAP}=`)],
  },
  // uvicorn.run(app), whatever stands for the module
  {
    says: Says.runs,
    all: [
      new RegExp(
        [
          String.raw`\b(?:${RUNNERS})${GAP}\.${GAP}run\b`,
          String.raw`\bfrom${GAP}(?:${RUNNERS})${GAP}import\b[\w\s,\\(]{0,5000}?(?:\brun\b|\*)`,
          renamed(RUNNERS),
        ].join('|'),
      ),
    ],
  },
  // async_to_sync(fetch)(1), whatever stands for it
  {
    says: Says.asgiref,
    all: [
      /\basgiref\b/,
      new RegExp(
        [
          String.raw`\basync_to_sync${GAP}${balanced(4)}${GAP}\(`,
          String.raw`\basync_to_sync\s+as\b|[=(,:]${GAP}(?:[\w.]+\.)?async_to_sync\b(?!${GAP}\()`,
        ].join('|'),
      ),
    ],
  },
  { says: Says.uvloop, all: [imported('uvloop')] },
  {
    says: Says.calls,
    all: [
      new RegExp(String.raw`${CALLED}\b(?:${FUNCTIONS})\b`),
      imported([...new Set(['tornado', ...ITS_LIBRARIES])].join('|')),
    ],
  },
  {
    says: Says.libraries,
    all: [
      // Whatever an import calls it, the name of the function is written once.
      new RegExp(String.raw`\b(?:${[...new Set(['run', 'startLoop', ...lastParts])].join('|')})\b|import\s*\*`),
      imported(LIBRARIES),
    ],
  },
];

/** Where a loop comes from. With nothing that drives it, only a script's Python may ask for another spelling. */
const QUESTIONS = /(?:get|new|set)_event_loop|get_running_loop/;

/** What of {@link RULES} is about asyncio alone. */
const HINTS = new RegExp(
  [
    String.raw`\basyncio(?:\s*(?:\\|#|\.\s*(?:run|Runner|runners|Task|coroutine|\w+_child_watcher|\\|#))|\s+as\b)`,
    String.raw`\bfrom[\s\\]+asyncio\b|[=(,:][\s\\]*asyncio\b|["']asyncio["']|\bloop\s*=`,
  ].join('|'),
);

/** `async with` and `async for` may stand without an `await`. What stands between the words is seldom more than a blank. */
const BLOCKS = [
  ...['async w', 'async f'],
  ...[...' \t\f\v\r\n\\'].flatMap((gap) => (gap === ' ' ? ['async  '] : [`async${gap}`, `async ${gap}`])),
];

const WORDS: readonly (readonly [word: string, says: number])[] = [
  ['async', Says.named],
  ['await', Says.named | Says.awaits],
  ...saying(Says.awaits, BLOCKS),
  ['asyncio', Says.asyncio],
  ...saying(Says.named, ['event_loop', 'running_loop']),
  ...saying(Says.named | Says.drives, [
    ...['nest_asyncio', 'run_until_complete', 'run_forever', 'run_coroutine_threadsafe'],
  ]),
  ...saying(Says.named | Says.asks, ['_event_loop', 'get_running_loop']),
  ...saying(Says.imports, ['import_module', '__import__']),
  ['uvloop', Says.named | Says.uvloop],
  ['async_to_sync', Says.named | Says.asgiref],
  ...saying(Says.named | Says.runs, RUNNERS.split('|')),
  ...saying(Says.named | Says.calls, FUNCTIONS.split('|')),
  ...saying(Says.named | Says.libraries, LIBRARIES.split('|')),
  ['loopshift', Says.named],
  ['loopshift:', Says.suppressed],
  ...saying(Says.percent, ['COMMAND -', 'Databricks']),
  ['coding', Says.coding],
  ...saying(Says.escaped, ['\\u006', '\\u007']),
];

function saying(says: number, words: readonly string[]): readonly (readonly [word: string, says: number])[] {
  return words.map((word) => [word, says] as const);
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
