import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { annotatedGlobals, type Span } from '../python/span.js';
import type { PythonVersion } from '../python/version.js';
import { contains, type Edit, lineEnd, lineStart, type Range } from '../text.js';
import type { Draft } from './form.js';
import { type Layout, layoutOf, linesOf } from './layout.js';
import { findLiftedCells, type LiftedCells } from './lifted-cells.js';

export interface MainContext {
  readonly module: Module;
  readonly python: PythonVersion;
  /** What the function is called; see {@link freshMainName}. */
  readonly name: string;
  /** The lines that run it, where `asyncio.run(main())` is not enough. */
  readonly drive?: MainDrive;
}

/** The lines that run `main()`, all but the first indented by `indent`, and what they need elsewhere. */
export interface MainDrive {
  readonly edits: readonly Edit[];
  lines(asyncio: string, indent: string): string;
}

/** What the lines of one `main()` are made of. */
export interface MainParts {
  readonly module: Module;
  readonly code: string;
  readonly layout: Layout;
  readonly context: MainContext;
  readonly span: Span;
  /** Start of the line where the function is to stand. */
  readonly head: number;
  /** What `asyncio` is called there. */
  readonly asyncio: string;
  readonly awaits: Draft;
  readonly cells: LiftedCells | undefined;
  /** Lines that leave the span. */
  readonly gone: readonly Range[];
}

export function gatherParts(span: Span, head: number, asyncio: string, awaits: Draft, context: MainContext): MainParts {
  const { module } = context;
  const { code } = module.document;
  const cells = findLiftedCells([...span.lifted, ...span.repeated], head, module);
  const single = span.lifted.filter((statement) => !isInLiftedCell(statement, cells));
  const gone = [
    ...(cells?.ranges ?? []),
    ...single.map((statement) => linesOf(statement, module)),
    ...span.repeated
      .filter((statement) => !isInLiftedCell(statement, cells))
      .map((statement) => ownLine(statement, code)),
  ].sort((a, b) => a.start - b.start);
  return { module, code, layout: layoutOf(module), context, span, head, asyncio, awaits, cells, gone };
}

export function isInLiftedCell(statement: Node, cells: LiftedCells | undefined): boolean {
  return cells?.ranges.some((range) => contains(range, statement)) ?? false;
}

/** `x: int = 1` of a global: `x: int` stays outside, `x = 1` goes in (rule 48). */
export function annotationLines(parts: MainParts): readonly string[] {
  return annotatedStatements(parts).map(
    (node) =>
      `${parts.module.text(field(node, 'left') as Node)}: ${parts.module.text(field(node, 'type') as Node)}${parts.layout.eol}`,
  );
}

export function dropAnnotations(parts: MainParts): readonly Edit[] {
  return annotatedStatements(parts).map((node) => ({
    start: (field(node, 'left') as Node).end,
    end: (field(node, 'type') as Node).end,
    text: '',
  }));
}

function annotatedStatements(parts: MainParts): readonly Node[] {
  return parts.span.moved.flatMap((statement) => annotatedGlobals(statement, parts.module, parts.span.globals));
}

export function ownLine(statement: Node, code: string): Range {
  return { start: lineStart(code, statement.start), end: lineEnd(code, statement.end) };
}
