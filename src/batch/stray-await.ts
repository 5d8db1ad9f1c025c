import { stringEnd } from './blank-strings.js';

/**
 * Whether an `await`, `async with` or `async for` may stand outside `async def`: at module level, or in a sync function, where
 * it is a site (or a SyntaxError that is one). Reads indentation only; what it cannot follow counts as a yes.
 */
export function hasAwaitOutsideAsync(text: string): boolean {
  const scopes: Scope[] = [];
  /** `def f(`: the colon has not come yet, and what stands in the brackets belongs to the scope outside. */
  let opening: Scope | undefined;
  let depth = 0;
  let indent = 0;
  let lineStart = 0;
  let opensLine = true;
  const token = new RegExp(TOKEN);

  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [word, quote] = match;
    if (word.startsWith('#') || word.startsWith('\\')) continue;
    if (word === '\n' || word === '\r') {
      opensLine ||= depth === 0;
      lineStart = token.lastIndex;
      if (opensLine) opening = undefined;
      continue;
    }
    if (opensLine) {
      opensLine = false;
      indent = columns(text, lineStart, match.index);
      while ((scopes.at(-1)?.indent ?? -1) >= indent) scopes.pop();
    }
    const inAsync = scopes.at(-1)?.isAsync === true;
    if (quote !== undefined) {
      const end = stringEnd(text, quote, token.lastIndex);
      if (end === undefined) return true;
      // f"{await c()}"
      const hasField = /[ft]/i.test(word);
      if (hasField && !inAsync && /\b(?:await|async)\b/.test(text.slice(token.lastIndex, end))) return true;
      token.lastIndex = end;
    } else if ((word === 'await' || word === 'async') && !inAsync) return true;
    else if (word === 'lambda') scopes.push({ indent, isAsync: false });
    else if (HEADING.test(word)) opening = { indent, isAsync: word.startsWith('async') };
    else if (word === ':' && depth === 0 && opening !== undefined) {
      scopes.push(opening);
      opening = undefined;
    } else if ('([{'.includes(word)) depth += 1;
    else if (')]}'.includes(word)) depth = Math.max(0, depth - 1);
  }
  return depth > 0;
}

interface Scope {
  readonly indent: number;
  readonly isAsync: boolean;
}

const HEADING = /^(?:async\s+def|def|class)$/;

/** Comments, continued lines, the words that matter, the start of a string, and whatever else there is, a word at a time. */
const TOKEN =
  /#[^\r\n]*|\\\r?\n|\basync\s+def\b|\b(?:def|class|lambda|await|async)\b|[rbuft]{0,2}("""|'''|"|')|\w+|[\r\n]|[^\s\w]/gi;

function columns(text: string, start: number, end: number): number {
  let width = 0;
  for (let at = start; at < end; at++) {
    // As Python counts: tabs to the next multiple of eight, and a form feed starts over.
    if (text[at] === '\f') width = 0;
    else width = text[at] === '\t' ? width + 8 - (width % 8) : width + 1;
  }
  return width;
}
