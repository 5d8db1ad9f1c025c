import { TOOK_LOOP } from '../forms/took-loop.js';
import { twins } from '../forms/twins.js';

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
export enum Says {
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

export const DRIVES = Says.drives | Says.asks | Says.uvloop | Says.asgiref | Says.runs | Says.calls | Says.libraries;

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

export const RULES: readonly Rule[] = [
  {
    says: Says.asyncio | Says.drives,
    all: [
      new RegExp(
        [
          String.raw`\basyncio${GAP}\.${GAP}(?:run\b|Runner|runners)`,
          String.raw`\bfrom${GAP}asyncio${GAP}\.${GAP}(?:runners|coroutines)\b`,
          // from asyncio import (gather, run)
          String.raw`\bfrom${GAP}asyncio${GAP}import\b[\w\s,\\(]{0,5000}?(?:\brun\b|Runner|runners|\bcoroutine\b|\*)`,
          'nest_asyncio',
          String.raw`${CALLED}\b(?:run_until_complete|run_forever|run_coroutine_threadsafe)\b`,
          // What Python has no more: asyncio.Task.all_tasks(), @asyncio.coroutine
          String.raw`\basyncio${GAP}\.${GAP}(?:Task${GAP}\.|coroutine\b|\w+_child_watcher)`,
        ].join('|'),
        'm',
      ),
    ],
  },
  // import asyncio as aio; run = getattr(asyncio, "run")
  {
    says: Says.asyncio,
    all: [new RegExp(renamed('asyncio')), /(?:^|[;:])[ \t\f]*import\b(?:[^\n;\\]|\\\r?\n)*?\basyncio\b/m],
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
export const QUESTIONS = /(?:get|new|set)_event_loop|get_running_loop/;

/** What of {@link RULES} is about asyncio alone. */
export const HINTS = new RegExp(
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

export const WORDS: readonly (readonly [word: string, says: number])[] = [
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
