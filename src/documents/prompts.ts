import type { Cell } from './document.js';

/**
 * A session pasted into a cell keeps its prompts, and IPython takes them off; here they become spaces.
 *
 *     >>> def f():            def f():
 *     ...     return 1            return 1
 *     In [1]: f()             f()
 */
export function blankPrompts(code: string, cells: readonly Cell[]): string {
  if (!MAYBE.test(code)) return code;
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, python } of cells) {
    pieces.push(code.slice(at, start), python ? blankCell(code.slice(start, end)) : code.slice(start, end));
    at = end;
  }
  pieces.push(code.slice(at));
  return pieces.join('');
}

/** Only a cell in which all lines have prompts of one width: elsewhere the spaces would change the indentation. */
function blankCell(text: string): string {
  const lines = text.split(/(?<=\n)/);
  const written = lines.filter((line) => line.trim() !== '');
  for (const prompt of STYLES) {
    if (!written.every((line) => prompt.test(line))) continue;
    const widths = new Set(written.flatMap((line) => promptWidth(line, prompt)));
    if (widths.size === 1)
      return lines.map((line) => line.replace(prompt, (found) => ' '.repeat(found.length))).join('');
  }
  return text;
}

/** A prompt that nothing follows may lack its space. */
function promptWidth(line: string, prompt: RegExp): number[] {
  const width = prompt.exec(line)?.[0].length ?? 0;
  return line.slice(width).trim() === '' ? [] : [width];
}

const MAYBE = /^(?:>>>|.{0,6}In \[\d+\]: )/m;

const STYLES: readonly RegExp[] = [
  /^(?:>>>|\.\.\.)(?: |(?=[\r\n]|$))/,
  /^(?:(?:(?:\[nav\]|\[ins\])? )?In \[\d+\]: |[ \t]*\.{3,}: ?)/,
];
