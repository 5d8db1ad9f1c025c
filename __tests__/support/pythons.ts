import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type PythonVersion, parseVersion } from '../../src/python/version.js';

/** A CPython on this machine. */
export interface Python {
  readonly version: PythonVersion;
  readonly path: string;
}

/** One CPython for each feature version found among pyenv's and on PATH, oldest first. */
export function findPythons(): readonly Python[] {
  const found = new Map<PythonVersion, string>();
  for (const path of [...pyenv(), ...onPath()]) {
    const version = askVersion(path);
    if (version !== undefined && !found.has(version)) found.set(version, path);
  }
  return [...found]
    .map(([version, path]) => ({ version, path }))
    .sort((a, b) => Number(a.version.slice(2)) - Number(b.version.slice(2)));
}

/** CPython 3.14 as npm ships it, for a machine that has no newer one: it compiles as any other. */
export const PYODIDE: Python = { version: '3.14', path: 'pyodide' };

/** Runs a program, with `input` as JSON on stdin; gives back the JSON that it prints. */
export function runPython(python: Python, program: string, input: unknown): unknown {
  const [command, ...args] =
    python === PYODIDE
      ? [process.execPath, join(__dirname, '../../scripts/pyodide.mjs'), program]
      : [python.path, '-X', 'utf8', '-W', 'ignore', '-c', program];
  const run = spawnSync(command as string, args, {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(`${python.path}: ${run.stderr}`);
  return JSON.parse(run.stdout);
}

function pyenv(): readonly string[] {
  const versions = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  if (!existsSync(versions)) return [];
  return readdirSync(versions)
    .filter((name) => /^3\.\d+\.\d+$/.test(name))
    .map((name) => join(versions, name, process.platform === 'win32' ? 'python.exe' : 'bin/python'))
    .filter((path) => existsSync(path));
}

function onPath(): readonly string[] {
  const folders = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '' && !folder.includes('shims') && existsSync(folder));
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^python3(\.\d+)?(\.exe)?$/.test(name))
      .map((name) => join(folder, name)),
  );
}

function askVersion(path: string): PythonVersion | undefined {
  const run = spawnSync(path, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], { encoding: 'utf8' });
  return run.status === 0 ? parseVersion(run.stdout) : undefined;
}
