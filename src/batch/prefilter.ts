import { isUtf8 } from 'node:buffer';
import { extname } from 'node:path';
import { atLeast, type PythonVersion } from '../python/version.js';
import { hasAwaitOutsideAsync } from './stray-await.js';

export interface PrefilterOptions {
  /** What the file will be converted for: below 3.11, parts of asyncio that do not exist there are sites too. */
  readonly python?: PythonVersion;
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
  if (DRIVERS.test(text) || isMissingPart(text, options.python)) return true;
  if (!/\b(?:await|async)\b/.test(text)) return false;
  return PERCENT.test(text) || hasAwaitOutsideAsync(text);
}

/**
 * What stands between two tokens of one expression: blanks, a line continuation, a comment inside brackets. A comment is taken
 * to the end of its line, so that a block of them can be read in one way only, and in linear time.
 */
const GAP = String.raw`(?:\s|\\|#[^\n]*\n)*`;

/** Names of what drives a coroutine, and of how `asyncio` may come to be called something else. */
const DRIVERS = new RegExp(
  [
    String.raw`\basyncio${GAP}\.${GAP}(?:run\b|Runner|runners)`,
    String.raw`\bfrom\s+asyncio\b`,
    String.raw`\basyncio\s+as\b`,
    String.raw`[=(,:]\s*asyncio\b(?!\s*\.)`,
    `["']asyncio["']`,
    'run_until_complete|run_forever|run_coroutine_threadsafe|run_sync',
    '(?:get|new|set)_event_loop|get_running_loop',
    String.raw`nest_asyncio|uvloop|\banyio\b|\btrio\b|async_to_sync`,
    String.raw`\b(?:marvin|controlflow|llama_parse|llama_cloud_services|uvicorn|quart|discord)\b`,
    'run_app|run_polling|run_webhook|sync_playwright',
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
