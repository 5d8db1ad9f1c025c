import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from './markdown.js';
import { outcome, titleOf } from './patterns.js';

const FOLDER = '__testfixtures__/guard-shapes';
const TARGETS = ['notebook', 'script', 'portable'] as const;

/** The table of docs/guards.md: each known shape, and what becomes of it; found by converting them. */
export function guardTable(root: string): string {
  const rows = readdirSync(join(root, FOLDER))
    .filter((file) => file.endsWith('.py'))
    .sort()
    .map((file) => {
      const source = { path: file, text: readFileSync(join(root, FOLDER, file), 'utf8') };
      return [titleOf(file, source.text), ...TARGETS.map((to) => outcome(source, to))];
    });
  return table(['shape', ...TARGETS], rows);
}
