import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert } from '../src/convert.js';
import { openDocument } from '../src/documents/index.js';
import { findKernel, type KernelRun, runCells } from './support/kernel.js';

const path = join(__dirname, '..', 'examples', 'scraper.ipynb');
const text = readFileSync(path, 'utf8');
const python = findKernel('aiohttp', 'matplotlib');

function run(notebook: string): KernelRun {
  const { cells, code } = openDocument({ path, text: notebook });
  const sources = cells.filter(({ kind }) => kind === 'code').map(({ start, end }) => code.slice(start, end));
  return runCells(python ?? '', sources);
}

describe('examples/scraper.ipynb', () => {
  it('converts to a notebook that awaits', () => {
    const { output, sites } = convert({ path, text }, { to: 'notebook' });
    expect(sites.map(({ status }) => status)).toEqual(sites.map(() => 'converted'));
    expect(output).not.toContain('asyncio.run(');
  });

  const inKernel = python === undefined ? it.skip : it;
  const reason =
    python === undefined ? ' (no Python with ipykernel, aiohttp and matplotlib; npm run test:behaviour makes one)' : '';

  inKernel(
    `fails in a kernel as it stands${reason}`,
    () => {
      expect(run(text).ending).toMatch(/cannot be called from a running event loop/);
    },
    120_000,
  );

  inKernel(
    `runs in a kernel once it is converted${reason}`,
    () => {
      const { ending, stdout } = run(convert({ path, text }, { to: 'notebook' }).output);
      expect(ending).toBe('ok');
      expect(stdout).toContain('[10, 20, 30, 40, 50]\ntotal: 150\n');
    },
    120_000,
  );
});
