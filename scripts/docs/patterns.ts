import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert } from '../../src/convert.js';
import { openDocument } from '../../src/documents/index.js';
import { TARGET_NAMES, type TargetName } from '../../src/options.js';
import type { Result } from '../../src/result.js';
import { block, listing, table } from './markdown.js';

const FOLDER = '__testfixtures__/patterns';

/** docs/patterns.md: sixty shapes that people have trouble with, and what becomes of each in each target; found by converting them. */
export function patternsPage(root: string): string {
  const files = readdirSync(join(root, FOLDER))
    .filter((file) => /^\d\d-.*(?<!\.oracle)\.(?:py|ipynb)$/.test(file))
    .sort();
  const rows = files.map((file) => {
    const text = readFileSync(join(root, FOLDER, file), 'utf8');
    const number = Number(file.slice(0, 2));
    const link = `[${titleOf(file, text)}](#pattern-${number})`;
    return [`${number}`, link, ...TARGET_NAMES.map((to) => outcome({ path: file, text }, to))];
  });
  const sections = files.map((file) => {
    const number = Number(file.slice(0, 2));
    const text = readFileSync(join(root, FOLDER, file), 'utf8');
    const code = listing(openDocument({ path: file, text }));
    return `## Pattern ${number}\n\n${block(`python file=patterns/${file.replace(/\.\w+$/, '.py')}`, code)}\n`;
  });
  return `# Sixty patterns

Shapes that people ask about in issues and forums, and what \`--to notebook\`, \`repl\`, \`script\` and \`portable\` make of them
(for Python 3.11; what is done from 3.12 on, and said from 3.14 on, is marked). A word is the form that is written; *stays* is right as it stands; a code says why a site is left alone, or what
to mind, and has a page. \`npm run test:behaviour -- patterns/\` runs each where it is at home and where it is converted to.

${table(['', 'pattern', ...TARGET_NAMES], rows)}
${sections.join('\n')}`;
}

export function titleOf(file: string, text: string): string {
  const { cells, code } = openDocument({ path: file, text });
  const [first] = cells;
  const line = first === undefined ? '' : (code.slice(first.start, first.end).split('\n')[0] as string);
  const title = line.replace(/^# (?!%%)/, '');
  return title.startsWith('# %%')
    ? file
        .slice(3)
        .replace(/\.\w+$/, '')
        .replaceAll('-', ' ')
    : title;
}

/** `await`, `stays`, `LS207` …: every site's fate once, then what is said of the document. */
export function outcome(source: { readonly path: string; readonly text: string }, to: TargetName): string {
  const result: Result = convert(source, { to, python: '3.11' });
  const fates = result.sites.map(({ status, to: form, code }) => {
    if (status === 'blocked') return page(code ?? '');
    return `${status === 'unchanged' ? 'stays' : form}${code === undefined ? '' : ` (${page(code)})`}`;
  });
  const notes = result.diagnostics.map(({ code }) => page(code));
  const isPlain = to === 'script' || to === 'portable';
  const summaries = result.rewrites.map(({ summary }) => summary);
  const rewritten = convert(source, { to, python: '3.12' }).rewrites.filter(
    ({ summary }) => !summaries.includes(summary),
  );
  const newer = isPlain ? convert(source, { to, python: '3.14' }).diagnostics.map(({ code }) => page(code)) : [];
  const added = newer.filter((code) => !notes.includes(code)).map((code) => `${code} from 3.14`);
  const later = to === 'script' ? rewritten.map(({ summary }) => `from 3.12: ${summary}`) : [];
  const said = [...new Set([...fates, ...notes, ...added, ...later])];
  if (said.length > 0) return said.join(', ');
  return result.status === 'changed' ? 'rewritten' : 'no site';
}

function page(code: string): string {
  return `[${code}](diagnostics/${code}.md)`;
}
