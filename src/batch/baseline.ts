import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Comparison, isUnconverted } from '../reporters/tally.js';
import type { Result } from '../result.js';
import { lineEnd, lineStart, type Range } from '../text.js';
import { hasSystemCode, systemMessage } from './system-error.js';
import { createFile } from './write.js';

/** A baseline that cannot be read or written; its message names the file. */
export class BaselineError extends Error {
  override readonly name = 'BaselineError';
}

/**
 * Something that was there before. Its line number is no part of it: what stands above may change, and cells may move.
 *
 * - `name`: the form of a site, the code of what could not be read, or what a rewrite of the document as a whole does.
 * - `text`: the line up to its end, white space made equal.
 */
interface Entry {
  readonly name: string;
  readonly target: string;
  readonly text: string;
  /** How many of them there are. */
  readonly count: number;
}

export interface Baseline {
  /** The same result, with what was recorded before marked as known. */
  mark(result: Result): Result;
  compare(): Comparison;
  /**
   * Records what is there now. Of files that this run did not look at, what was recorded stays, as long as they exist.
   *
   * @throws {BaselineError}
   */
  save(): void;
}

/**
 * @param changes record what would change, and not only what cannot be converted
 * @param isNew the file need not exist yet
 * @throws {BaselineError}
 */
export function openBaseline(file: string, { changes, isNew }: { changes: boolean; isNew: boolean }): Baseline {
  const base = dirname(resolve(file));
  const recorded = read(file, isNew);
  const left = new Map([...recorded].map(([path, entries]) => [path, new Map(entries.map(counted))]));
  const found = new Map<string, Map<string, number>>();
  const totals = { known: 0, changed: 0, unconverted: 0 };

  return {
    mark(result) {
      if (result.status === 'failed') return result;
      const path = relative(base, resolve(result.source.path)).replaceAll(sep, '/');
      const own = found.get(path) ?? new Map<string, number>();
      found.set(path, own);
      const isKnown = (name: string, at: Range, isRecorded: boolean): boolean => {
        const key = keyOf({ name, target: result.settings?.to ?? '', text: textAt(result, at) });
        if (isRecorded) own.set(key, (own.get(key) ?? 0) + 1);
        const rest = left.get(path)?.get(key) ?? 0;
        if (rest > 0) left.get(path)?.set(key, rest - 1);
        totals.known += Math.min(rest, 1);
        return rest > 0;
      };
      const sites = result.sites.map((site) => {
        if (site.status === 'unchanged') return site;
        return isKnown(site.form, site.at, changes || site.status === 'blocked') ? known(site) : site;
      });
      const diagnostics = result.diagnostics.map((each) =>
        isUnconverted(each) && isKnown(each.code, each.at, true) ? known(each) : each,
      );
      const ofSites = new Set(result.sites.map(({ at }) => at.start));
      const rewrites = result.rewrites.filter(({ at }) => !ofSites.has(at.start));
      const isNewRewrite = rewrites.filter(({ summary, at }) => !isKnown(summary, at, changes)).length > 0;
      const isFresh = isNewRewrite || sites.some((site) => site.status === 'converted' && site.known !== true);
      totals.unconverted += [
        ...sites.filter((site) => site.status === 'blocked' && site.known !== true),
        ...diagnostics.filter((each) => isUnconverted(each) && each.known !== true),
      ].length;
      if (result.status !== 'changed') return { ...result, sites, diagnostics };
      totals.changed += Number(isFresh);
      return { ...result, sites, diagnostics, ...(!isFresh && { known: true as const }) };
    },
    compare() {
      const gone = [...left].filter(([path]) => found.has(path) || !existsSync(join(base, path)));
      const stale = gone.flatMap(([path, keys]) =>
        [...keys].flatMap(([key, count]) => {
          const { name, text } = entryOf(key);
          return Array<string>(count).fill(`${path}: ${name}: ${text}`);
        }),
      );
      return { known: totals.known, fresh: { changed: totals.changed, unconverted: totals.unconverted }, stale };
    },
    save() {
      const kept = [...recorded].filter(([path]) => !found.has(path) && existsSync(join(base, path)));
      const now = [...found].map(([path, keys]) => {
        return [path, [...keys].map(([key, count]) => ({ ...entryOf(key), count }))] as const;
      });
      const files = [...kept, ...now]
        .filter(([, entries]) => entries.length > 0)
        .sort(([a], [b]) => compare(a, b))
        .map(([path, entries]) => [path, [...entries].sort((a, b) => compare(keyOf(a), keyOf(b)))] as const);
      const text = `${JSON.stringify({ version: VERSION, files: Object.fromEntries(files) }, undefined, 2)}\n`;
      const done = createFile(file, Buffer.from(text));
      if (!done.ok) throw new BaselineError(`cannot write ${file}: ${done.reason}`);
    },
  };
}

const VERSION = 1;

function known<Type>(each: Type): Type & { readonly known: true } {
  return { ...each, known: true };
}

/** The line where it begins, up to where it ends; a long one is cut, and told apart by a hash. */
function textAt({ document, source }: Result, { start, end }: Range): string {
  const code = document?.code ?? source.text;
  const line = code.slice(lineStart(code, start), Math.max(start, Math.min(end, lineEnd(code, start))));
  const text = line.trim().replace(/\s+/g, ' ');
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST)} ${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
}

const LONGEST = 100;

type Key = Pick<Entry, 'name' | 'target' | 'text'>;

function keyOf({ name, target, text }: Key): string {
  return JSON.stringify([name, target, text]);
}

function entryOf(key: string): Key {
  const [name, target, text] = JSON.parse(key) as [string, string, string];
  return { name, target, text };
}

function counted(entry: Entry): readonly [string, number] {
  return [keyOf(entry), entry.count];
}

function read(file: string, isNew: boolean): ReadonlyMap<string, readonly Entry[]> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT')) {
      if (isNew) return new Map();
      throw new BaselineError(`${file}: no such file; --update-baseline makes it`);
    }
    if (error instanceof SyntaxError) throw new BaselineError(`${file} is no baseline: it is not valid JSON`);
    throw new BaselineError(`cannot read ${file}: ${systemMessage(error)}`);
  }
  if (!isRecord(content) || !isRecord(content.files)) throw new BaselineError(`${file} is no baseline of loopshift`);
  if (content.version !== VERSION)
    throw new BaselineError(`${file} is a baseline of version ${String(content.version)}, and not of ${VERSION}`);
  const files = Object.entries(content.files);
  const wrong = files.find(([, entries]) => !Array.isArray(entries) || !entries.every(isEntry));
  if (wrong !== undefined) throw new BaselineError(`${file} is no baseline of loopshift: see ${wrong[0]}`);
  return new Map(files as [string, readonly Entry[]][]);
}

function isEntry(value: unknown): value is Entry {
  if (!isRecord(value) || !Number.isInteger(value.count) || Number(value.count) < 1) return false;
  return [value.name, value.target, value.text].every((each) => typeof each === 'string');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** By code units: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
