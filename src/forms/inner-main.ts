import { diagnostic } from '../diagnostics.js';
import { dedent, indent as indentLines } from '../edits.js';
import type { Diagnostic } from '../findings.js';
import type { Module } from '../python/module.js';
import { ancestors, type Node, statementOf } from '../python/node.js';
import { type Edit, indentation, indentUnit, lineBreak, lineEnd, lineStart } from '../text.js';
import type { RunSite } from './form.js';
import { classifyOperand } from './future.js';
import { freshMainName } from './main.js';
import { hasBreakOutsideBrackets, isPrimary } from './operand.js';

/** The coroutine that is put around what a site drives. */
export interface InnerMain {
  /** Its name: `main`, where the file has none yet. */
  readonly name: string;
  readonly edits: readonly Edit[];
}

export interface InnerContext {
  /** Lines in front of the await. */
  readonly lead?: readonly string[];
  /** Edits that indent or dedent the lines around it. */
  readonly shifts?: readonly Edit[];
  /** How many of them were written before. */
  readonly nth?: number;
}

/**
 * A coroutine built around the creation of a future, in front of the statement that runs it (rules 32-34).
 *
 *     loop.run_until_complete(asyncio.gather(a(), b()))     async def main():
 *                                                               await asyncio.gather(a(), b())
 *
 *                                                           (the driver of `main()` is the caller's to write)
 *
 * The operand's text is moved, so that edits inside of it go along.
 */
export function writeInnerMain(site: RunSite, module: Module, context: InnerContext = {}): InnerMain | Diagnostic {
  const { lead = [], shifts = [], nth = 0 } = context;
  const coroutine = site.coroutine as Node;
  const place = findPlace(site, module);
  if (place === undefined || !canReachNames(site) || bindsOrSuspends(coroutine, module)) {
    return diagnostic(site.extent, 'LS307', module.text(coroutine).split('\n', 1)[0] as string);
  }
  const { code } = module.document;
  const eol = lineBreak(code);
  const name = freshMainName(module) + (nth === 0 ? '' : `_${nth + 1}`);
  const indent = shifted(indentation(code, place), place, shifts);
  const unit = indentUnit(code);
  const [open, close] = isPrimary(coroutine) && !hasBreakOutsideBrackets(coroutine, module) ? ['', ''] : ['(', ')'];
  const keyword = site.usage === 'statement' ? 'await' : 'return await';
  const head = [`async def ${name}():`, ...lead.map((line) => unit + line)].map((line) => indent + line + eol).join('');
  const gap = indent === '' ? eol + eol : eol;
  const text = `${gapBefore(place, gap, site, module)}${head}${indent}${unit}${keyword} ${open}`;
  return {
    name,
    edits: [
      { start: place, end: place, text, from: { start: coroutine.start, end: coroutine.end } },
      { start: place, end: place, text: close + eol + gap },
      ...alignRest(coroutine, indent + unit, shifts, module),
    ],
  };
}

/** The lines of an operand below its first one keep their distance to it. */
function alignRest(operand: Node, to: string, shifts: readonly Edit[], module: Module): readonly Edit[] {
  const { code } = module.document;
  const rest = { start: lineEnd(code, operand.start), end: operand.end };
  // dedented already
  const isCut = shifts.some((edit) => rest.start <= edit.start && edit.start < rest.end && edit.end > edit.start);
  if (rest.start >= rest.end || isCut) return [];
  const from = shifted(indentation(code, operand.start), lineStart(code, operand.start), shifts);
  if (from === to) return [];
  if (to.startsWith(from)) return indentLines(module, rest, to.slice(from.length));
  return from.startsWith(to) ? dedent(module, rest, from.length - to.length) : [];
}

/**
 * Whether it is not known what a site waits for, and no coroutine can be put around it: `asyncio.run` takes it if it is one.
 */
export function isGuess(site: RunSite, module: Module): boolean {
  const { coroutine } = site;
  if (coroutine === undefined || classifyOperand(coroutine, module) !== 'unknown') return false;
  return findPlace(site, module) === undefined || !canReachNames(site) || bindsOrSuspends(coroutine, module);
}

/**
 * Whether the names that stand at the site mean the same in a def in front of its statement. They do not in a comprehension, in a
 * lambda, whose parameters end with it, and in a class body, whose names no function inside of it sees.
 */
function canReachNames({ standing: { kind, comprehensions } }: RunSite): boolean {
  switch (kind) {
    case 'module':
    case 'main-guard':
    case 'function':
    case 'async-function':
      return comprehensions.length === 0;
    case 'lambda':
    case 'generator':
    case 'class-body':
    case 'annotation':
      return false;
  }
}

function shifted(indent: string, place: number, shifts: readonly Edit[]): string {
  const own = shifts.filter((edit) => edit.yields === true && edit.start === place);
  return own.reduce((text, edit) => edit.text + text.slice(edit.end - edit.start), indent);
}

/**
 * Start of the line in front of which a def can stand: the statement's own, with the comments above it; an `if`, where the
 * site is on the line of its head; at module level the outermost block, whose names are the module's. `undefined` where a def
 * on the same line comes between.
 */
function findPlace({ node, standing: { kind } }: RunSite, module: Module): number | undefined {
  const { code } = module.document;
  let statement = statementOf(node);
  for (;;) {
    const start = lineStart(code, statement.start);
    const first = start + (/^[ \t\f]*/.exec(code.slice(start))?.[0].length ?? 0);
    const outer: Node | undefined = [...ancestors(statement)].find((up) =>
      /_definition$|_statement$|^lambda$/.test(up.type),
    );
    if (outer !== undefined && outer.start >= first && outer.start < statement.start) {
      if (!/_statement$/.test(outer.type)) return undefined;
      statement = outer;
      continue;
    }
    // else: loop.run_until_complete(…)   the clause opens the line, its statement stands above
    if (outer !== undefined && /^(?:elif|else|except|finally|case)\b/.test(code.slice(first))) {
      if (!/_statement$/.test(outer.type)) return undefined;
      statement = outer;
      continue;
    }
    const block = kind === 'module' || kind === 'main-guard' ? outer : undefined;
    if (block === undefined || !/_statement$/.test(block.type)) return aboveComments(start, module);
    statement = block;
  }
}

function aboveComments(start: number, module: Module): number {
  const { code } = module.document;
  const indent = indentation(code, start);
  const cell = module.document.cellAt(start);
  let at = start;
  while (at > cell.start) {
    const previous = lineStart(code, at - 1);
    const line = code.slice(previous, at);
    if (!line.startsWith(`${indent}#`) || previous < cell.start) break;
    at = previous;
  }
  return at;
}

/** Blank lines that are missing in front of a def: two at module level, one inside; none behind a block's head. */
function gapBefore(place: number, gap: string, site: RunSite, module: Module): string {
  const { code } = module.document;
  const start = module.document.cellAt(place).start;
  const gone = site.loop?.scaffolding ?? [];
  let end = place;
  // loop = asyncio.get_event_loop()   goes: what stands above it counts
  while (end > start && gone.some((node) => node.start < end && lineStart(code, end - 1) <= node.end - 1)) {
    end = lineStart(code, end - 1);
  }
  const before = code.slice(start, end);
  if (before.trim() === '' || /:[ \t]*(?:#[^\n]*)?\r?\n$/.test(before)) return '';
  const blank = (/(?:\r?\n[ \t]*)*$/.exec(before)?.[0].split('\n').length ?? 1) - 2;
  const wanted = gap.split('\n').length - 1;
  const eol = lineBreak(code);
  return eol.repeat(Math.max(0, wanted - Math.max(0, blank)));
}

/** A walrus would bind inside, a `yield` or an `await` means something else in there. */
function bindsOrSuspends(coroutine: Node, module: Module): boolean {
  return ['named_expression', 'yield', 'await'].some((type) => [...module.find(type, coroutine)].length > 0);
}
