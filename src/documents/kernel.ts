import type { NotebookMetadata } from './nbformat.js';

/**
 * The language of a notebook's cells, where it is not Python; `undefined` for Python. Kernel and editor may contradict
 * each other (three of the TypeScript notebooks in the wild stand under a Python kernelspec): then it is not Python.
 * A notebook that names nothing is Python, as Jupyter's default kernel is.
 */
export function findOtherLanguage(metadata: NotebookMetadata): string | undefined {
  const { kernelLanguage, language, kernelName } = metadata;
  for (const named of [kernelLanguage, language]) {
    if (named !== undefined && named !== '' && !isPython(named)) return named;
  }
  if (kernelLanguage || language || kernelName === undefined) return undefined;
  // A kernel's name alone is free text (`myenv`): only names that other languages' kernels install themselves under count.
  return OTHER_KERNELS.test(kernelName) ? kernelName : undefined;
}

/** A cell may name a language of its own; `plaintext`, `shellscript` … are mere highlighting, the kernel runs it all the same. */
export function isOtherCellLanguage(language: string): boolean {
  return !isPython(language) && PROGRAMMING_LANGUAGES.has(language.toLowerCase());
}

function isPython(name: string): boolean {
  return /^(?:i|pypy|micro|circuit|xeus-)?python\s?[\d.]*$|^pypy[\d.]*$/i.test(name.trim());
}

const OTHER_KERNELS =
  /^(?:ir|irkernel|xr|xeus-r|julia\b.*|\.net.*|csharp|fsharp|polyglot.*|javascript|typescript|js|ts|tslab|jslab|deno|node(?:js)?|itypescript|scala.*|spylon.*|almond|apache_toree_(?:scala|sql|sparkr)|spark(?:r?kernel)|bash|zsh|powershell|xcpp.*|cling.*|rust|evcxr|gophernotes|go|java|ijava|kotlin|ruby|iruby|octave|matlab.*|sos|coconut.*|haskell|ihaskell|ocaml.*|perl|iperl|php|sas|stata|sql|maxima|gap.*|prolog.*|lua|ilua|mathematica|wolfram.*|sagemath.*|mojo.*)$/i;

const PROGRAMMING_LANGUAGES: ReadonlySet<string> = new Set([
  'c',
  'cpp',
  'csharp',
  'fsharp',
  'go',
  'java',
  'javascript',
  'julia',
  'kotlin',
  'lua',
  'perl',
  'php',
  'powershell',
  'r',
  'ruby',
  'rust',
  'scala',
  'sql',
  'swift',
  'typescript',
]);
