import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommandLine, contents, loopshift, makeFolder, removeFolders } from './support/command-line.js';
import { notebook } from './support/notebook.js';

/** The examples of `docs/round-trip.md`, each taken to a script and back: its lists say what becomes of them. */
const page = readFileSync(join(__dirname, '..', 'docs', 'round-trip.md'), 'utf8');
const [, same = '', other = ''] = page.split(/^## .*\n/m);

/** `### Name`, prose, and a block whose cells are marked as in percent format. */
function examplesOf(list: string): readonly (readonly [name: string, cells: readonly string[]])[] {
  return [...list.matchAll(/^### (.+)\n[\s\S]*?```ipython\n([\s\S]*?)```/gm)].map(([, name = '', block = '']) => [
    name,
    block
      .replace(/\n$/, '')
      .split(/^# %%\n/m)
      .slice(1)
      .map((cell, index, all) => (index === all.length - 1 ? cell : cell.replace(/\n\n?$/, ''))),
  ]);
}

function takeThereAndBack(cells: readonly string[]): readonly string[] {
  const folder = makeFolder({ 'a.ipynb': notebook(...cells) });
  for (const step of ['a.ipynb --to script -o b.py', 'b.py --to notebook -o c.ipynb']) {
    expect(loopshift(['convert', ...step.split(' ')], { cwd: folder }).code).toBe(0);
  }
  const { cells: made } = JSON.parse(contents(folder)['c.ipynb'] as string) as {
    cells: readonly { readonly cell_type: string; readonly source: readonly string[] }[];
  };
  return made.filter((cell) => cell.cell_type === 'code').map((cell) => cell.source.join(''));
}

beforeAll(buildCommandLine);
afterAll(removeFolders);

it('has examples of both kinds', () => {
  expect([examplesOf(same).length, examplesOf(other).length]).toEqual([
    same.match(/^### /gm)?.length,
    other.match(/^### /gm)?.length,
  ]);
});

it.each(examplesOf(same))('comes back: %s', (_, cells) => {
  expect(takeThereAndBack(cells)).toEqual(cells);
});

it.each(examplesOf(other))('comes back as something else: %s', (_, cells) => {
  expect(takeThereAndBack(cells)).not.toEqual(cells);
});
