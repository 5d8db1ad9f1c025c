import { codeLineStarts, insertAt } from '../edits.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { annotatedGlobals, type Span } from '../python/span.js';
import { isMainTest } from '../python/standing.js';
import { atLeast, type PythonVersion } from '../python/version.js';
import { contains, type Edit, indentation, lineEnd, lineStart, type Range } from '../text.js';
import type { Draft } from './form.js';
import { blankLinesAbove, isCellMark, type Layout, layoutOf, linesOf, startsLine } from './layout.js';
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

/** A statement whose head becomes the function's, so that its body stays as it is. */
export interface Shape {
  readonly kind: 'guard' | 'try';
  readonly statement: Node;
  readonly body: Node;
}

/**
 * Everything that moves is the body of one statement:
 *
 *     if __name__ == "__main__":    the test stays with the run
 *     try: … except KeyboardInterrupt: …    the handlers stay around the run (rule 43)
 */
export function findShape(span: Span, module: Module): Shape | undefined {
  const body = span.moved[0]?.parent;
  const statement = body?.parent;
  if (body?.type !== 'block' || statement === undefined) return undefined;
  if (statement.type === 'try_statement') return { kind: 'try', statement, body };
  return isMainTest(field(statement, 'condition'), module.document.masked)
    ? { kind: 'guard', statement, body }
    : undefined;
}

/** The lines of one `main()`: what goes in front of it, its head, its body, what runs it. */
export class MainWriter {
  private readonly module: Module;
  private readonly code: string;
  private readonly layout: Layout;
  private readonly cells: LiftedCells | undefined;
  /** Lines that leave the span. */
  private readonly gone: readonly Range[];
  /** Where the last line ends that stays in the function. */
  readonly end: number;

  constructor(
    private readonly span: Span,
    private readonly head: number,
    private readonly asyncio: string,
    private readonly awaits: Draft,
    private readonly context: MainContext,
  ) {
    this.module = context.module;
    this.code = context.module.document.code;
    this.layout = layoutOf(context.module);
    const lifted = span.lifted.filter((statement) => !isImport(statement));
    this.cells = findLiftedCells(lifted, head, this.module);
    const single = span.lifted.filter((statement) => !this.isInLiftedCell(statement));
    this.gone = [
      ...(this.cells?.ranges ?? []),
      ...single.map((statement) => linesOf(statement, this.module)),
      ...span.repeated.map((statement) => ownLine(statement, this.code)),
    ].sort((a, b) => a.start - b.start);
    this.end = this.findEnd();
  }

  /** What is lifted, the head, the statements indented, the lines that run it. */
  around(): readonly Edit[] {
    const { eol, unit } = this.layout;
    const front = this.front();
    const gap = eol.repeat(Math.max(0, 2 - front.blank));
    const run = `if __name__ == "__main__":${eol}${unit}${this.runText(unit)}`;
    return [
      ...front.edits,
      insertAt(this.head, gap + this.headText(unit) + this.firstIndent()),
      ...this.body(),
      ...this.foot(run),
    ];
  }

  /** The head of a statement becomes the function's; the body keeps its lines, and the run stands where the statement stood. */
  inside({ kind, statement, body }: Shape): readonly Edit[] {
    const { code } = this;
    const { eol, unit } = this.layout;
    const ownLine = startsLine(code, body.start);
    const headEnd = ownLine ? lineEnd(code, headOf(statement)) : body.start;
    const comment = ownLine ? /[ \t]*#.*/.exec(code.slice(headOf(statement), headEnd))?.[0] : undefined;
    const bodyEnd = this.endOfBlock(body);
    const guard = `if __name__ == "__main__":${eol}${unit}`;
    const run =
      kind === 'guard' ? guard + this.runText(unit) : `${guard}try:${eol}${unit}${unit}${this.runText(unit + unit)}`;
    const behind = code.slice(bodyEnd);
    const gap = kind === 'guard' && /^(?:\r?\n)?[^\s#]/.test(behind) ? eol : '';
    return [
      insertAt(this.head, eol.repeat(Math.max(0, 2 - Math.min(2, this.blankAbove())))),
      ...this.annotations().map((text) => insertAt(this.head, text)),
      {
        start: statement.start,
        end: headEnd,
        text: this.headText(ownLine ? indentation(code, body.start) : unit, comment) + (ownLine ? '' : unit),
      },
      insertAt(bodyEnd, `${eol}${eol}${eol}${run}${gap}`),
      ...(kind === 'try' ? this.indented({ start: bodyEnd, end: statement.end }, unit) : []),
      ...this.withoutAnnotations(),
    ];
  }

  /** The first line's indentation comes with the head, so that nothing takes the head for a line of the body. */
  private firstIndent(): string {
    const [first] = this.span.moved;
    if (first !== undefined && this.isTaken(first)) return '';
    const isHeadLine = first !== undefined && lineStart(this.code, first.start) === this.head;
    return isHeadLine && this.isUnwrappable(first) ? '' : this.layout.unit;
  }

  /** The awaits take it away: `loop = asyncio.new_event_loop()`. */
  private isTaken(statement: Node): boolean {
    const { edits, removes = [] } = this.awaits;
    const takesLine = ({ start, end, text }: Edit) =>
      text === '' && start <= statement.start && end > statement.start && this.code[end - 1] === '\n';
    return removes.includes(statement) || edits.some(takesLine);
  }

  private headText(indent: string, comment: string = ''): string {
    const { eol } = this.layout;
    const globals = this.span.globals.filter((name) => !this.isTakenAway(name));
    const line = globals.length === 0 ? '' : `${indent}global ${globals.join(', ')}${eol}`;
    return `async def ${this.context.name}():${comment}${eol}${line}`;
  }

  /** `loop = asyncio.get_event_loop()` goes: nothing is left to bind the name. */
  private isTakenAway(name: string): boolean {
    const definitions = this.module.scopes.moduleScope.bindings.get(name)?.definitions ?? [];
    const removes = this.awaits.removes ?? [];
    return definitions.length > 0 && definitions.every(({ node }) => removes.some((gone) => contains(gone, node)));
  }

  /** `asyncio.run(main())`; before 3.7 there is none (rule 41). */
  private runText(indent: string): string {
    const { name, python, drive } = this.context;
    if (drive !== undefined) return drive.lines(this.asyncio, indent);
    const driver = atLeast(python, '3.7') ? 'run' : 'get_event_loop().run_until_complete';
    return `${this.asyncio}.${driver}(${name}())`;
  }

  /** What goes in front of the function: imports to the other imports, `x: int` lines, defs and classes two lines apart. */
  private front(): { readonly edits: readonly Edit[]; readonly blank: number } {
    const { eol } = this.layout;
    const edits: Edit[] = [];
    edits.push(...this.wholeCells());
    let blank = this.cells?.mark === undefined ? this.blankAbove() : 2;
    const importPlace = this.importPlace();
    for (const statement of this.span.lifted.filter(isImport)) {
      edits.push(...this.move(statement, importPlace ?? this.head));
      if (importPlace === undefined) blank = 0;
    }
    const rest = this.span.lifted.filter((statement) => !isImport(statement) && !this.isInLiftedCell(statement));
    const lines = this.annotations();
    if (lines.length > 0) blank = 0;
    edits.push(...lines.map((text) => insertAt(this.head, text)));
    let apart = false;
    for (const statement of rest) {
      const isDefinition = /_definition$/.test(statement.type);
      const wanted = isDefinition || apart ? 2 : 0;
      apart = isDefinition;
      edits.push(
        insertAt(this.head, eol.repeat(Math.max(0, wanted - Math.min(wanted, blank)))),
        ...this.move(statement, this.head),
      );
      blank = 0;
    }
    return { edits, blank: Math.min(2, blank) };
  }

  /** Above the head, and above what goes with a loop there. */
  private blankAbove(): number {
    let at = this.head;
    for (const node of [...(this.awaits.removes ?? [])].sort((a, b) => b.start - a.start)) {
      const line = ownLine(node, this.code);
      if (line.end === at) at = line.start;
    }
    return blankLinesAbove(at, this.module);
  }

  private wholeCells(): readonly Edit[] {
    const { eol } = this.layout;
    if (this.cells === undefined) return [];
    const { place, mark, ranges } = this.cells;
    const edits = mark !== undefined && blankLinesAbove(place, this.module) === 0 ? [insertAt(place, eol)] : [];
    for (const from of ranges) {
      const end = /(?:\r?\n)*$/.exec(this.code.slice(from.start, from.end))?.[0].split('\n').length ?? 1;
      edits.push({ ...insertAt(place, ''), from }, insertAt(place, eol.repeat(Math.max(0, 3 - end))));
    }
    return mark === undefined ? edits : [...edits, insertAt(place, mark + eol)];
  }

  private isInLiftedCell(statement: Node): boolean {
    return this.cells?.ranges.some((range) => contains(range, statement)) ?? false;
  }

  private move(statement: Node, place: number): readonly Edit[] {
    const from = linesOf(statement, this.module);
    const open = this.code.slice(from.start, from.end).endsWith('\n') ? [] : [insertAt(place, this.layout.eol)];
    return [{ ...insertAt(place, ''), from }, ...open];
  }

  /** Behind the last import at the top in front of the span; `undefined` where there is none. */
  private importPlace(): number | undefined {
    const imports = this.module.roots.flatMap((root) =>
      root.children.filter((child) => isImport(child) && child.end <= this.head),
    );
    const last = imports[imports.length - 1];
    return last === undefined ? undefined : lineEnd(this.code, last.end);
  }

  /** Indents what stays, closes the gaps that lifted statements leave, and keeps one blank line where a module has two. */
  private body(): readonly Edit[] {
    const { code } = this;
    const edits: Edit[] = [...this.withoutAnnotations()];
    edits.push(...this.span.repeated.map((statement) => ({ ...ownLine(statement, code), text: '' })));
    const unwrapped = this.span.moved.filter((statement) => this.isUnwrappable(statement));
    const flat = unwrapped.map((statement) => ({
      start: lineEnd(code, statement.start),
      end: (field(statement, 'consequence') as Node).end,
    }));
    edits.push(
      ...unwrapped.map(({ start }) => ({ start: lineStart(code, start), end: lineEnd(code, start), text: '' })),
    );
    let blank = 1;
    for (const start of codeLineStarts(this.module, { start: this.head, end: this.end })) {
      const end = lineEnd(code, start);
      const line = code.slice(start, end);
      if (this.gone.some((range) => range.start <= start && start < range.end)) continue;
      if (line.trim() === '') {
        // Markdown that became a comment stands right above the code it is about
        const isText = this.module.document.cellAt(start).kind !== 'code';
        if (blank++ > 0 || isText) edits.push({ start, end, text: '' });
      } else if (isCellMark(line, this.module)) {
        const title = this.titleOf(line);
        const content = start + line.trimEnd().length;
        edits.push(title === undefined ? { start, end, text: '' } : { start, end: content, text: title });
      } else {
        blank = 0;
        if (start !== this.head && !flat.some((range) => range.start <= start && start < range.end))
          edits.push(...this.indented({ start, end: start + 1 }, this.layout.unit));
      }
    }
    return edits;
  }

  /** `# %% Title` → `# Title`: the function is one cell, and a mark in it would end it. */
  private titleOf(line: string): string | undefined {
    const title = /^#[ \t]*%%+[ \t]*([^[\s].*?)[ \t]*(?:\[\w+\].*)?(?:\r?\n)?$/.exec(line)?.[1];
    return title === undefined ? undefined : `${this.layout.unit}# ${title}`;
  }

  /** `if __name__ == "__main__":` in a function that runs as main only: its body needs no test, and is indented already. */
  private isUnwrappable(statement: Node): boolean {
    const { code } = this;
    const condition = field(statement, 'condition');
    const body = field(statement, 'consequence');
    if (statement.type !== 'if_statement' || condition === undefined || body === undefined) return false;
    if (!isMainTest(condition, this.module.document.masked) || field(statement, 'alternative') !== undefined)
      return false;
    const bare = /^[ \t]*:[ \t]*\r?\n$/.test(code.slice(condition.end, lineEnd(code, condition.end)));
    return bare && startsLine(code, body.start) && indentation(code, body.start) === this.layout.unit;
  }

  /** The lines that run the function, two blank lines below, in place of the white space that ends the file. */
  private foot(run: string): readonly Edit[] {
    const { code, end } = this;
    const { eol } = this.layout;
    const edits: Edit[] = [insertAt(end, `${eol}${eol}${eol}${run}${code.endsWith('\n') ? eol : ''}`)];
    let at = end;
    for (const range of [...this.gone.filter((it) => it.start >= end), { start: code.length, end: code.length }]) {
      if (range.start > at) edits.push({ start: at, end: range.start, text: '' });
      at = range.end;
    }
    return edits;
  }

  private findEnd(): number {
    const { code } = this;
    let end = code.length;
    for (;;) {
      end -= /\s*$/.exec(code.slice(0, end))?.[0].length ?? 0;
      const last = this.gone.find((range) => range.start < end && end <= range.end) ?? this.cutAt(end);
      const start = lineStart(code, end);
      const line = code.slice(start, end);
      if (last !== undefined) end = last.start;
      else if (isCellMark(line, this.module) && this.titleOf(line) === undefined) end = start;
      else return end;
    }
  }

  /** `loop.close()`, `finally: loop.close()`: what the awaits take away around a place. */
  private cutAt(end: number): Range | undefined {
    const { code } = this;
    const statement = this.awaits.removes?.find((each) => each.start < end && end <= lineEnd(code, each.end));
    // loop.close(); print("end")   only what has its line to itself can go with it
    const isAlone =
      statement !== undefined && /^[ \t]*(?:#.*)?\r?\n?$/.test(code.slice(statement.end, lineEnd(code, statement.end)));
    if (isAlone && startsLine(code, statement.start)) return ownLine(statement, code);
    return this.awaits.edits.find((edit) => edit.text === '' && edit.start < end && end <= edit.end);
  }

  /** A block's own comments at its end belong to it. */
  private endOfBlock(block: Node): number {
    const { code } = this;
    const indent = indentation(code, block.start);
    const removed = this.awaits.removes ?? [];
    let end = block.end;
    const kept = block.children.filter((child) => !removed.includes(child));
    if (kept.length < block.children.length) end = kept[kept.length - 1]?.end ?? end;
    const cut = this.awaits.edits.find((edit) => edit.text === '' && edit.start < end && end <= edit.end);
    if (cut !== undefined) return code.slice(0, cut.start).trimEnd().length;
    for (let at = lineEnd(code, end); at < code.length && indent !== ''; at = lineEnd(code, at)) {
      const line = code.slice(at, lineEnd(code, at));
      if (line.trim() !== '' && !(line.startsWith(indent) && /^[ \t]*#/.test(line))) break;
      if (line.trim() !== '') end = at;
    }
    return lineEnd(code, end) - (/\r?\n$/.exec(code.slice(end, lineEnd(code, end)))?.[0].length ?? 0);
  }

  private indented(range: Range, unit: string): readonly Edit[] {
    return codeLineStarts(this.module, range)
      .filter((at) => at >= range.start && this.code.slice(at, lineEnd(this.code, at)).trim() !== '')
      .map((at) => ({ ...insertAt(at, unit), yields: true as const }));
  }

  /** `x: int = 1` of a global: `x: int` stays outside, `x = 1` goes in (rule 48). */
  private annotations(): readonly string[] {
    return this.annotated().map(
      (node) =>
        `${this.module.text(field(node, 'left') as Node)}: ${this.module.text(field(node, 'type') as Node)}${this.layout.eol}`,
    );
  }

  private withoutAnnotations(): readonly Edit[] {
    return this.annotated().map((node) => ({
      start: (field(node, 'left') as Node).end,
      end: (field(node, 'type') as Node).end,
      text: '',
    }));
  }

  private annotated(): readonly Node[] {
    return this.span.moved.flatMap((statement) => annotatedGlobals(statement, this.module, this.span.globals));
  }
}

function ownLine(statement: Node, code: string): Range {
  return { start: lineStart(code, statement.start), end: lineEnd(code, statement.end) };
}

function isImport(statement: Node): boolean {
  return statement.type === 'import_statement' || statement.type === 'import_from_statement';
}

/** Behind the colon that ends the head of an `if` or a `try`, or right in front of it. */
function headOf(statement: Node): number {
  return field(statement, 'condition')?.end ?? statement.start + 'try'.length;
}
