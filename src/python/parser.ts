import type { Range } from '../text.js';
import type { Backend, BackendName, SyntaxTree } from './backend/backend.js';
import { loadNative } from './backend/native.js';
import { loadWasm } from './backend/wasm.js';
import { explain, type SyntaxFault, unbalanced } from './faults.js';
import { findInvalid } from './invalid.js';
import { disguise, disguiseRare, mend } from './misparses.js';
import type { Node } from './node.js';
import { DEEPEST, type Draft, type GrammarFault, growTree, KindTable, TooDeepError } from './tree.js';

export type { BackendName } from './backend/backend.js';
export type { SyntaxFault } from './faults.js';

/** One range of a text, parsed on its own. */
export interface ParseTree {
  /** The `module` node; it covers the whole range. */
  readonly root: Node;
  /** By place; empty where the range is valid Python, as far as the grammar and a few checks can tell. */
  readonly errors: readonly SyntaxFault[];
}

export interface ParseOptions {
  /** The whole range may be indented, as IPython allows in a cell. */
  readonly leadingIndent?: boolean;
}

/**
 * Parses each range on its own, so that a broken cell, or a decorator at its end, cannot reach into the next.
 * Offsets in the trees are those of `text`.
 *
 * @throws where no parser is loaded and the native one does not load: `await loadParser()` first.
 */
export function parseRanges(text: string, ranges: readonly Range[], options: ParseOptions = {}): readonly ParseTree[] {
  const parser = current();
  return ranges.map((range) => parseRange(parser, text, range, options.leadingIndent ?? false));
}

/** Loads a parser unless one is loaded: the native one, or where it does not load, the WebAssembly one. */
export async function loadParser(): Promise<void> {
  if (loaded !== undefined) return;
  const wanted = wantedBackend();
  if (wanted !== 'wasm') {
    try {
      loadParserSync();
      return;
    } catch (error) {
      if (wanted === 'native') throw error;
    }
  }
  use(await loadWasm());
}

/** As {@link loadParser}, at once, which only the native parser can. */
export function loadParserSync(): void {
  if (loaded !== undefined) return;
  if (wantedBackend() === 'wasm')
    throw new Error('loopshift: the WebAssembly parser loads asynchronously; await loadParser() first');
  use(loadNative());
}

/** The parser in use; `undefined` as long as none was needed. */
export function backendName(): BackendName | undefined {
  return loaded?.backend.name;
}

/**
 * To be awaited between files. Syntax trees are invisible to V8's accounting: without a nudge every few megabytes, and a
 * turn of the event loop for their finalizers, a long run grows to gigabytes.
 */
export async function releaseMemory(): Promise<void> {
  if (parsedSinceRelease < RELEASE_EVERY) return;
  parsedSinceRelease = 0;
  collect ??= await garbageCollector();
  collect({ type: 'minor' });
  await new Promise((resolve) => setImmediate(resolve));
}

/** In UTF-16 units of parsed text. */
const RELEASE_EVERY = 4_000_000;

interface Loaded {
  readonly backend: Backend;
  readonly kinds: KindTable;
}

let loaded: Loaded | undefined;
let parsedSinceRelease = 0;
let collect: ((options: { type: 'minor' }) => void) | undefined;

function use(backend: Backend): void {
  loaded = { backend, kinds: new KindTable() };
}

function current(): Loaded {
  if (loaded === undefined) loadParserSync();
  return loaded as Loaded;
}

/** `LOOPSHIFT_PARSER=native|wasm` forces one: for a bug report, and for the tests that compare the two. */
function wantedBackend(): string | undefined {
  return process.env.LOOPSHIFT_PARSER;
}

async function garbageCollector(): Promise<(options: { type: 'minor' }) => void> {
  // For short runs, which never come by here, their loading would show.
  const [{ setFlagsFromString }, { runInNewContext }] = await Promise.all([import('node:v8'), import('node:vm')]);
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as (options: { type: 'minor' }) => void;
}

function parseRange(parser: Loaded, text: string, range: Range, leadingIndent: boolean): ParseTree {
  const own = text.slice(range.start, range.end);
  parsedSinceRelease += own.length;
  let tree: SyntaxTree | undefined;
  try {
    const shown = disguise(own);
    tree = parser.backend.parse(shown, limitFor(own));
    if (tree === undefined)
      return { root: emptyModule(range), errors: [unbalanced(text, range) ?? tooSlow(range, own)] };
    if (tree.hasError) tree = secondTry(parser, tree, shown);
    const { root, order, faults } = growTree(tree, range.start, parser.kinds);
    cover(root, range);
    mend(order, text);
    const broken = explain(text, range, faults, (snippet) => stumble(parser, snippet));
    const errors = broken === undefined ? findInvalid(order, text, range, leadingIndent) : [broken];
    return { root, errors };
  } catch (error) {
    if (!(error instanceof TooDeepError || isOverflow(error))) throw error;
    return { root: emptyModule(range), errors: [tooDeep(range)] };
  } finally {
    tree?.dispose();
  }
}

/** WebAssembly's stack is small: deep input traps it (`WebAssembly.RuntimeError`) where the native parser goes on. */
function isOverflow(error: unknown): boolean {
  return error instanceof Error && (error.name === 'RuntimeError' || error instanceof RangeError);
}

/** Valid Python that the grammar refuses gets another look. */
function secondTry(parser: Loaded, tree: SyntaxTree, shown: string): SyntaxTree {
  const rare = disguiseRare(shown);
  if (rare === shown) return tree;
  const second = parser.backend.parse(rare, limitFor(rare));
  if (second === undefined) return tree;
  const [better, worse] = second.hasError ? [tree, second] : [second, tree];
  worse.dispose();
  return better;
}

function stumble(parser: Loaded, snippet: string): GrammarFault | undefined {
  const tree = parser.backend.parse(disguise(snippet), limitFor(snippet));
  if (tree === undefined) return { start: 0, end: snippet.length, missing: undefined };
  const fault = tree.hasError ? growTree(tree, 0, parser.kinds).faults[0] : undefined;
  tree.dispose();
  return fault;
}

/** The grammar's root starts at the first token. */
function cover(root: Draft, range: Range): void {
  root.start = range.start;
  root.end = range.end;
}

function emptyModule({ start, end }: Range): Node {
  return {
    type: 'module',
    field: undefined,
    start,
    end,
    parent: undefined,
    children: [],
    isAsync: false,
    operator: undefined,
  };
}

function tooDeep(range: Range): SyntaxFault {
  return { kind: 'unread', start: range.start, end: range.start, message: `more than ${DEEPEST} levels` };
}

function tooSlow(range: Range, own: string): SyntaxFault {
  const seconds = Math.round(limitFor(own) / 1000);
  return { kind: 'unread', start: range.start, end: range.start, message: `it takes more than ${seconds} seconds` };
}

/**
 * In milliseconds: many times what valid text takes. On a long string without an end the grammar's recovery takes time by
 * the square of its length: minutes for half a megabyte.
 */
function limitFor({ length }: string): number {
  return 10_000 + length / 50;
}
