import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ENTRIES = { loopshift: 'src/index.d.ts', 'loopshift/testing': 'src/testing.d.ts' };

/**
 * The public surface as declarations, sorted by name and without comments: what a change to it shows in.
 *
 * @param types where the declarations were written
 */
export function apiReport(types: string): string {
  const parts = Object.entries(ENTRIES).map(([entry, file]) => {
    const exported = readExports(types, file);
    const names = [...exported.keys()].sort();
    // The catalogue of diagnostics has pages of its own.
    const texts = names.map((name) =>
      (exported.get(name) ?? '').replace(/^(export declare const \w+: )\{\n[\s\S]*/, '$1{ … };'),
    );
    const missing = findUnexported(types, texts, names);
    const note = missing.length === 0 ? '' : `\nReached, and not exported: ${missing.join(', ')}\n`;
    return `## ${entry}\n\n\`\`\`ts\n${texts.join('\n\n')}\n\`\`\`\n${entry === 'loopshift' ? note : ''}`;
  });
  return `# Public API\n\nWritten by \`npm run docs\`; a test compares it.\n\n${parts.join('\n')}`;
}

/** Every name that a module exports, with its declaration. */
function readExports(types: string, file: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(types, file), 'utf8');
  const found = new Map<string, string>();
  // Of a function that is called in several ways, all.
  for (const [name, declaration] of declarations(text)) {
    const others = found.get(name);
    found.set(name, others === undefined ? declaration : `${others}\n${declaration}`);
  }
  for (const [, isType, list = '', from = ''] of text.matchAll(/^export (type )?\{([^}]*)\} from '([^']+)';/gm)) {
    const target = join(dirname(file), from.replace(/\.js$/, '.d.ts'));
    const known = readExports(types, target);
    for (const item of list
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean)) {
      const name = item.replace(/^type /, '');
      const declaration = known.get(name);
      if (declaration === undefined) throw new Error(`${target} does not export ${name}${isType ?? ''}`);
      found.set(name, declaration);
    }
  }
  return found;
}

function declarations(text: string): readonly (readonly [name: string, declaration: string])[] {
  const plain = withoutComments(text);
  const pattern = /^export (?:declare )?(?:abstract )?(?:interface|type|function|const|class) (\w+)/gm;
  return [...plain.matchAll(pattern)].map((found) => [found[1] ?? '', statement(plain, found.index)]);
}

/** To the semicolon, or the closing brace at the margin, that ends it. */
function statement(text: string, start: number): string {
  const line = text.slice(start, text.indexOf('\n', start));
  if (!/[{(]$/.test(line.trimEnd()) && line.trimEnd().endsWith(';')) return line.trimEnd();
  const end = /^(?:[})].*|.*;)$/m.exec(text.slice(start + line.length + 1));
  const stop = /^[})].*$/m.exec(text.slice(start + line.length + 1));
  const last = /[{(]$/.test(line.trimEnd()) ? stop : end;
  return last === null ? line : text.slice(start, start + line.length + 1 + last.index + last[0].length).trimEnd();
}

function withoutComments(text: string): string {
  return text.replace(/^[ \t]*\/\*\*[\s\S]*?\*\/\n/gm, '').replace(/^[ \t]*\/\/.*\n/gm, '');
}

/** Types of the package that the declarations name, and that nobody can import. */
function findUnexported(types: string, texts: readonly string[], names: readonly string[]): readonly string[] {
  const all = new Set<string>();
  for (const file of readdirSync(join(types, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.d.ts') || /^(?:cli|batch|reporters)/.test(file)) continue;
    for (const [name] of declarations(readFileSync(join(types, 'src', file), 'utf8'))) all.add(name);
  }
  const used = new Set(texts.flatMap((text) => [...text.matchAll(/\b[A-Z]\w+\b/g)].map(([name]) => name)));
  return [...used].filter((name) => all.has(name) && !names.includes(name)).sort();
}
