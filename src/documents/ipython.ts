import type { Edit, Range } from '../text.js';
import { findAutomagic } from './automagic.js';
import { type CellMagicLine, cellMagicKind, cellMagicTarget, findCellMagic, findLanguageMagic } from './cell-magics.js';
import type { DocumentNote, Magic } from './document.js';
import { blankLine, findPythonBody, maskStatement, maskValue } from './line-magics.js';
import { behindLineEnd, continuedEnd, type LogicalLine, physicalEnd, readLogicalLine } from './logical-lines.js';
import type { MaskOptions } from './masking.js';

/** What is found in the cells of a document, in order. */
export interface Findings {
  /** Of equal length, with equal line ends. */
  readonly masks: Edit[];
  readonly magics: Magic[];
  readonly notes: DocumentNote[];
}

/**
 * Finds in a code cell what IPython understands and Python does not (`semantics.md` §1.63-§1.85), by IPython's own rules
 * (`IPython.core.inputtransformer2`): a magic stands at the start of a logical line, or behind the first `=` of one, and ends
 * with its line; a cell magic stands on the first line that is not blank.
 *
 * Returns whether the cell is Python: under `%%bash` it is not, and wholly masked.
 */
export function maskCell(code: string, cell: Range, options: MaskOptions, found: Findings): boolean {
  const start = firstCharacter(code, cell);
  const magic = findCellMagic(code, start, cell.end);
  if (magic !== undefined) return maskCellMagic(code, cell, magic, options, found);
  const language = findLanguageMagic(code, start, cell.end, options.databricks);
  if (language !== undefined && language.name !== 'python') {
    return maskWhole(code, { start, end: cell.end }, language, found);
  }
  if (language !== undefined) {
    const body = firstCharacter(code, { start: start + '%python'.length, end: cell.end });
    found.magics.push({
      ...language.line,
      end: cell.end,
      kind: 'cell',
      name: 'python',
      argument: '',
      body: { start: body, end: cell.end },
    });
    found.masks.push({ start, end: body, text: blankLine(code.slice(start, body)) });
    maskLines(code, { start: body, end: cell.end }, found);
    return true;
  }
  maskLines(code, cell, found);
  return true;
}

function maskCellMagic(
  code: string,
  cell: Range,
  magic: CellMagicLine,
  options: MaskOptions,
  found: Findings,
): boolean {
  const { line, name, argument } = magic;
  const whole = { start: line.start, end: cell.end };
  const kind = cellMagicKind(name, options.pythonCellMagics);
  if (kind !== 'python') {
    if (kind === 'unknown') found.notes.push({ at: line, code: 'LS112', data: [name] });
    return maskWhole(code, whole, magic, found);
  }
  const body = { start: behindLineEnd(code, line.end), end: cell.end };
  const target = cellMagicTarget(name, argument);
  found.magics.push({
    ...whole,
    kind: 'cell',
    name,
    argument,
    ...(body.start < body.end ? { body } : {}),
    ...(target === undefined ? {} : { target }),
  });
  found.masks.push({ ...line, text: blankLine(code.slice(line.start, line.end)) });
  return body.start >= body.end || maskCell(code, body, options, found);
}

function maskWhole(code: string, range: Range, { name, argument }: CellMagicLine, found: Findings): false {
  found.magics.push({ ...range, kind: 'cell', name, argument });
  found.masks.push({ ...range, text: blankLine(code.slice(range.start, range.end)) });
  return false;
}

function maskLines(code: string, range: Range, found: Findings): void {
  const alone =
    code
      .slice(range.start, range.end)
      .trim()
      .search(/[\r\n]/) === -1;
  let at = range.start;
  while (at < range.end) {
    const start = passIndentation(code, at, range.end);
    const command = maskCommand(code, start, range.end, found) ?? maskAutomagic(code, start, range.end, alone, found);
    if (command !== undefined) at = behindLineEnd(code, command);
    else {
      const line = readLogicalLine(code, start, range.end);
      const end = maskAssignment(code, line, range.end, found) ?? maskHelp(code, line, found);
      at = end === undefined ? line.next : behindLineEnd(code, end);
    }
  }
}

/** A line that opens with an escape. Returns its end. */
function maskCommand(code: string, start: number, limit: number, found: Findings): number | undefined {
  const sigil = /^(?:%(?!=)%?|!(?!=)!?|\?\??|,|;|\/(?![/=]))/.exec(code.slice(start, Math.min(start + 2, limit)))?.[0];
  if (sigil === undefined) return undefined;
  const end = continuedEnd(code, start, limit);
  const range = { start, end };
  const text = code.slice(start, end);
  const rest = { start: start + sigil.length, end };

  if (sigil.startsWith('?') || /^%{1,2}(?!\d)[\w*]+(?:\.[\w*]+)*\?\??\s*$/.test(text)) {
    pushHelp(range, text, found);
  } else if (sigil.startsWith('!')) {
    found.magics.push({ ...range, kind: 'shell', name: sigil, argument: joined(code, rest) });
  } else if (sigil.startsWith('%')) {
    const { name, body, argument } = readMagic(code, rest);
    // A cell magic anywhere but on the first line is no magic at all (§1.77): nothing in it runs.
    const python = sigil === '%' ? body : undefined;
    found.magics.push({ ...range, kind: 'line', name, argument, ...(python === undefined ? {} : { body: python }) });
    found.masks.push(maskStatement(code, range, python));
    return end;
  } else {
    // `/f a b` calls `f(a, b)`; `,f a b` and `;f a b` quote their arguments.
    found.magics.push({ ...range, kind: 'line', name: sigil, argument: joined(code, rest) });
  }
  found.masks.push(maskStatement(code, range, undefined));
  return end;
}

function maskAutomagic(
  code: string,
  start: number,
  limit: number,
  alone: boolean,
  found: Findings,
): number | undefined {
  const name = findAutomagic(code.slice(start, physicalEnd(code, start, limit)), alone)?.name;
  if (name === undefined) return undefined;
  const end = continuedEnd(code, start, limit);
  const rest = { start: start + name.length, end };
  const body = findPythonBody(code, name, rest);
  const magic: Magic = { start, end, kind: 'automagic', name, argument: joined(code, rest) };
  found.magics.push(body === undefined ? magic : { ...magic, body });
  found.masks.push(maskStatement(code, magic, body));
  return end;
}

/** `files = !ls`, `t = %time f()`: all that follows on the line belongs to the command. */
function maskAssignment(code: string, line: LogicalLine, limit: number, found: Findings): number | undefined {
  const { assigned: start, equals } = line;
  if (start === undefined || equals === undefined) return undefined;
  const end = continuedEnd(code, start, limit);
  const range = { start, end };
  const target = code
    .slice(line.start, equals)
    .trim()
    .replace(/\s*:.*$/s, '');
  const rest = { start: start + 1, end };
  if (code[start] === '!') {
    found.magics.push({ ...range, kind: 'shell', name: '!', argument: joined(code, rest), target });
    found.masks.push(maskValue(code, range, undefined));
    return end;
  }
  const { name, body, argument } = readMagic(code, rest);
  found.magics.push({ ...range, kind: 'line', name, argument, ...(body === undefined ? {} : { body }), target });
  found.masks.push(maskValue(code, range, body));
  return end;
}

/** `f?`, `x = f.g??`: a name and a question mark end a logical line. */
function maskHelp(code: string, line: LogicalLine, found: Findings): number | undefined {
  if (line.last === undefined || code[line.last] !== '?') return undefined;
  const range = { start: line.start, end: line.end };
  const text = code.slice(range.start, range.end);
  if (!HELP.test(text)) return undefined;
  pushHelp(range, text, found);
  found.masks.push(maskStatement(code, range, undefined));
  return line.end;
}

const HELP = /(?:^|[^\w*])[\p{L}_*][\p{L}\p{N}_*]*(?:\.[\p{L}_*][\p{L}\p{N}_*]*|\[-?\d+\])*\?\??[ \t]*$/u;

function pushHelp(range: Range, text: string, found: Findings): void {
  const trimmed = text.trim();
  const name = trimmed.startsWith('??') || trimmed.endsWith('??') ? '??' : '?';
  found.magics.push({ ...range, kind: 'help', name, argument: trimmed.replace(/^\?{1,2}|\?{1,2}$/g, '').trim() });
}

function readMagic(
  code: string,
  rest: Range,
): { readonly name: string; readonly argument: string; readonly body: Range | undefined } {
  const name = /^\S*/.exec(code.slice(rest.start, rest.end))?.[0] ?? '';
  const behind = { start: rest.start + name.length, end: rest.end };
  return { name, argument: joined(code, behind), body: findPythonBody(code, name, behind) };
}

/** The text of a line that backslashes continue, as one line. */
function joined(code: string, { start, end }: Range): string {
  return code
    .slice(start, end)
    .replace(/\s*\\(?:\r\n?|\n)\s*/g, ' ')
    .trim();
}

function firstCharacter(code: string, { start, end }: Range): number {
  let at = start;
  while (at < end && /\s/.test(code.charAt(at))) at += 1;
  return at;
}

function passIndentation(code: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && ' \t\f'.includes(code.charAt(at))) at += 1;
  return at;
}
