import { isUtf8 } from 'node:buffer';
import { extname } from 'node:path';
import type { ConvertOptions } from '../options.js';
import { atLeast, type PythonVersion } from '../python/version.js';
import { blankStrings } from './blank-strings.js';
import { hasAwaitOutsideAsync } from './stray-await.js';

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
  if (needsDecoding(bytes)) return true;
  const text = bytes.toString('latin1');
  if (extname(path).toLowerCase() === '.ipynb') return WORDS.test(text) || ESCAPED_LETTER.test(text);
  if (namesWrapper(text, options.runWrappers ?? [])) return true;
  if (!WORDS.test(text)) return false;
  const mayDrive = HINTS.test(text) || isMissingPart(text, options.python);
  const mayAwait = /\b(?:await|async)\b/.test(text);
  if (!mayDrive && !mayAwait) return false;
  if (PERCENT.test(text)) return true;
  // What stands in a docstring drives nothing.
  if (mayDrive && holdsDriver(blankStrings(text), options)) return true;
  return mayAwait && hasAwaitOutsideAsync(text);
}

function holdsDriver(code: string, { python, to }: PrefilterOptions): boolean {
  if (DRIVERS.test(code) || isMissingPart(code, python)) return true;
  if (python !== undefined && !atLeast(python, '3.11') && /\bfrom\s+asyncio\b/.test(code)) return true;
  return !(to === 'notebook' || to === 'repl') && QUESTIONS.test(code);
}

/** Blanks and line continuations; comments are blanks by now. */
const GAP = String.raw`[\s\\]*`;

/** Libraries that drive coroutines by functions of their own: nothing is resolved to them without an import. */
const LIBRARIES = 'anyio|trio|marvin|controlflow|llama_parse|llama_cloud_services|uvicorn|quart|discord';

/** Names of what drives a coroutine in a file's code, and of how `asyncio` may come to be called something else. */
const DRIVERS = new RegExp(
  [
    String.raw`\basyncio${GAP}\.${GAP}(?:run\b|Runner|runners)`,
    String.raw`\bfrom${GAP}asyncio${GAP}\.`,
    // from asyncio import (gather, run)
    String.raw`\bfrom${GAP}asyncio${GAP}import\b[\w\s,\\(]{0,5000}?(?:\brun\b|Runner|runners|\bcoroutine\b|\*)`,
    String.raw`\basyncio\s+as\b`,
    String.raw`[=(,:]${GAP}asyncio\b(?!${GAP}\.)`,
    `["']asyncio["']`,
    'run_until_complete|run_forever|run_coroutine_threadsafe|run_sync',
    'nest_asyncio|uvloop|async_to_sync',
    String.raw`\b(?:run_app|run_polling|run_webhook|sync_playwright)\b`,
    // Between the starts of two statements every character is looked at once.
    String.raw`(?:^|[;:])[ \t\f]*(?:import|from)\b(?:[^\n;:\\]|\\(?:\r?\n)?)*?\b(?:${LIBRARIES})\b`,
    // What Python has no more: asyncio.Task.all_tasks(), @asyncio.coroutine, asyncio.sleep(1, loop=loop)
    String.raw`\basyncio${GAP}\.${GAP}(?:Task${GAP}\.|coroutine\b|\w+_child_watcher)`,
    String.raw`\basyncio${GAP}\.${GAP}\w+${GAP}\([^)]{0,300}\bloop${GAP}=`,
  ].join('|'),
  'm',
);

/** Where a loop comes from. With nothing that drives it, only a script's Python may ask for another spelling. */
const QUESTIONS = /(?:get|new|set)_event_loop|get_running_loop/;

/** As {@link DRIVERS} and {@link QUESTIONS}, read faster and with strings and comments: most files go this way. */
const HINTS = new RegExp(
  [
    String.raw`\basyncio(?:\s*(?:\\|#|\.\s*(?:run|Runner|runners|Task|coroutine|\w+_child_watcher|\\|#))|\s+as\b)`,
    String.raw`\bfrom[\s\\]+asyncio\b|[=(,:][\s\\]*asyncio\b|["']asyncio["']|\bloop\s*=`,
    'run_until_complete|run_forever|run_coroutine_threadsafe|run_sync|_event_loop|get_running_loop',
    'nest_asyncio|uvloop|async_to_sync|run_app|run_polling|run_webhook|sync_playwright',
    String.raw`\b(?:${LIBRARIES})\b`,
  ].join('|'),
);

/**
 * Without one of these there is nothing to look at. Most files go this way: a search for plain words is ten times as fast
 * as one for {@link DRIVERS}. A notebook's lines are JSON strings, which may end anywhere, so for it the words are all that is asked.
 */
const WORDS =
  /async|await|event_loop|running_loop|run_until_complete|run_forever|run_coroutine_threadsafe|run_sync|uvloop|anyio|trio|marvin|controlflow|llama_parse|llama_cloud_services|uvicorn|quart|discord|run_app|run_polling|run_webhook|sync_playwright/;

/** A letter written as a JSON escape. */
const ESCAPED_LETTER = /\\u00[67]/;

const PERCENT = /^#\s*(?:%%|COMMAND -{3,}|In\s?\[)/m;

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

function namesWrapper(text: string, wrappers: readonly string[]): boolean {
  return wrappers.some((name) => text.includes(name.slice(name.lastIndexOf('.') + 1)));
}

/** Whether the file can be read at all is for the decoder to say: not UTF-8, a NUL, or an encoding of its own. */
function needsDecoding(bytes: Buffer): boolean {
  if (!isUtf8(bytes) || bytes.includes(0)) return true;
  const head = bytes
    .toString('latin1', 0, 400)
    .split(/\r\n?|\n/, 2)
    .join('\n');
  const named = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/m.exec(head)?.[1];
  return named !== undefined && !/^utf[-_]?8/i.test(named);
}
