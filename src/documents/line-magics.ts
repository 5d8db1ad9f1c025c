import type { Edit, Range } from '../text.js';
import { passString } from './python-strings.js';

/** How a line magic takes its options before the Python that it runs: the letters, with `:` behind one that wants a value. */
const PYTHON_LINE_MAGICS: Readonly<Record<string, string>> = {
  time: '',
  timeit: 'n:r:tcp:qov:',
  prun: 'D:l:rs:T:q',
  debug: 'b:',
  lprun: 'f:m:D:T:u:rsz',
  memit: 'r:t:i:co',
  mprun: 'f:T:rc',
  snakeviz: 'tf:',
};

/** The Python that the line magic `name` runs: `%timeit -n1 -r 1 f()` runs `f()`. `rest` is what stands behind the name. */
export function findPythonBody(code: string, name: string, rest: Range): Range | undefined {
  if (!Object.hasOwn(PYTHON_LINE_MAGICS, name)) return undefined;
  const options = PYTHON_LINE_MAGICS[name] ?? '';
  let start = passBlanks(code, rest.start, rest.end);
  for (;;) {
    const word = /^(--[\w-]+(?:=\S*)?|-[A-Za-z]\S*)(?=\s|$)/.exec(code.slice(start, rest.end))?.[0];
    if (word === undefined || (options === '' && !word.startsWith('--'))) break;
    start = passBlanks(code, start + word.length, rest.end);
    if (wantsValue(word, options)) start = passBlanks(code, passWord(code, start, rest.end), rest.end);
  }
  return start < rest.end ? { start, end: rest.end } : undefined;
}

/**
 * Masks a line magic that stands as a statement, and leaves its body to be read where it is:
 *
 *     %time y = f()             0;    y = f()
 *     %time for x in y: f(x)    0;              f(x)
 *     %matplotlib inline        0
 */
export function maskStatement(code: string, magic: Range, body: Range | undefined): Edit {
  const visible = body === undefined ? undefined : findVisible(code, body);
  if (visible === undefined) return { ...magic, text: `0${blankLine(code.slice(magic.start + 1, magic.end))}` };
  const hidden = blankContinued(code.slice(magic.start, visible));
  return { start: magic.start, end: visible, text: `0;${hidden.slice(2)}` };
}

/** Masks what stands behind `x =`: `x = %time f()` → `x =       f()`, `x = !ls` → `x = 0`. */
export function maskValue(code: string, magic: Range, body: Range | undefined): Edit {
  if (body === undefined || findVisible(code, body) !== body.start) {
    return { ...magic, text: `0${blankLine(code.slice(magic.start + 1, magic.end))}` };
  }
  return { start: magic.start, end: body.start, text: blankContinued(code.slice(magic.start, body.start)) };
}

/** White space of the same length, with the same line ends. */
export function blankLine(text: string): string {
  return text.replace(/[^\r\n]+/g, (run) => ' '.repeat(run.length));
}

/** As {@link blankLine}, but what follows goes on in the same statement. */
function blankContinued(text: string): string {
  return text.replace(/\\(?=\r?\n)|([^\r\n])/g, (whole, other: string | undefined) =>
    other === undefined ? whole : ' ',
  );
}

/**
 * Where the body may stand behind `0;`: a compound statement may not, but what its colon is followed by may. The body of
 * a `def` belongs to another scope and stays hidden.
 */
function findVisible(code: string, body: Range): number | undefined {
  const text = code.slice(body.start, body.end);
  const keyword = /^(?:async\s+)?(def|class|for|while|with|if|try|match)\b|^@/.exec(text);
  if (keyword === null || (keyword[1] === 'match' && !/:\s*\S*\s*case\b|:\s*$/.test(text))) return body.start;
  if (keyword[1] === undefined || keyword[1] === 'def' || keyword[1] === 'class') return undefined;
  const colon = findColon(code, body);
  if (colon === undefined) return undefined;
  const suite = passBlanks(code, colon + 1, body.end);
  return suite < body.end && code[suite] !== '#' ? suite : undefined;
}

/** The colon that ends the head of a compound statement: outside brackets, strings and lambdas. */
function findColon(code: string, { start, end }: Range): number | undefined {
  let depth = 0;
  let lambdas = 0;
  for (let at = start; at < end; ) {
    const character = code.charAt(at);
    if (character === '"' || character === "'") {
      at = passString(code, at, end, '');
      continue;
    }
    if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    else if (depth === 0 && /^lambda\b/.test(code.slice(at, at + 7)) && !/\w/.test(code.charAt(at - 1))) lambdas += 1;
    else if (depth === 0 && character === ':' && code[at + 1] !== '=') {
      if (lambdas === 0) return at;
      lambdas -= 1;
    }
    at += 1;
  }
  return undefined;
}

/** `-n1` holds its value, `-n 1` has it in the next word; of long options only `--breakpoint` wants one. */
function wantsValue(word: string, options: string): boolean {
  if (word.startsWith('--')) return word === '--breakpoint';
  for (let index = 1; index < word.length; index += 1) {
    const letter = options.indexOf(word.charAt(index));
    if (letter !== -1 && options[letter + 1] === ':') return index === word.length - 1;
  }
  return false;
}

/** Behind a word, which may be quoted: `-T "my file.txt"`. */
function passWord(code: string, at: number, limit: number): number {
  const word = /^(?:"[^"]*"|'[^']*'|\S+)/.exec(code.slice(at, limit))?.[0];
  return at + (word?.length ?? 0);
}

/** Over blanks, and over line ends that a backslash hides. */
function passBlanks(code: string, at: number, limit: number): number {
  const blanks = /^(?:[ \t\f]|\\\r?\n|\\\r)*/.exec(code.slice(at, limit))?.[0] ?? '';
  return at + blanks.length;
}
