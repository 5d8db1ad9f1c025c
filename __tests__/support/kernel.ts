import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { findPythons } from './pythons.js';

const root = join(__dirname, '..', '..');

/** What a fresh kernel made of some cells. */
export interface KernelRun {
  readonly stdout: string;
  /** Text of what each cell displays below itself. */
  readonly shown: readonly string[];
  /** `ok`, or the exception that ended a cell, as `Type: message`. */
  readonly ending: string;
}

/**
 * A Python that can start an IPython kernel and import these modules: the environments of `npm run test:behaviour`, else
 * any on this machine.
 */
export function findKernel(...modules: readonly string[]): string | undefined {
  const environments = join(root, '.cache', 'environments');
  const made = existsSync(environments) ? readdirSync(environments).sort().reverse() : [];
  const candidates = [
    ...made.map((name) => join(environments, name, 'bin', 'python')),
    ...findPythons().map(({ path }) => path),
  ];
  const program = `import ${['ipykernel', 'jupyter_client', ...modules].join(', ')}`;
  return candidates.find((python) => spawnSync(python, ['-c', program]).status === 0);
}

/** Runs cells in a kernel of their own. */
export function runCells(python: string, cells: readonly string[]): KernelRun {
  const run = spawnSync(python, ['-W', 'ignore', join(root, 'scripts/behaviour/kernel.py')], {
    input: `${JSON.stringify({ cells, timeout: 60 })}\n`,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: [dirname(python), process.env.PATH].join(delimiter),
      PIP_NO_INDEX: '1',
      PYTHONDONTWRITEBYTECODE: '1',
    },
  });
  if (run.status !== 0) throw new Error(`${python}: ${run.stderr}`);
  return JSON.parse(run.stdout) as KernelRun;
}
