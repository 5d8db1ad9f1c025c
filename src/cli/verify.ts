import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { type Compiler, CompilerError, startCompiler } from '../batch/compiler.js';
import { isFile } from '../batch/stats.js';
import { createVerifier, type Verifier } from '../batch/verify.js';
import { minor, NEWEST, OLDEST } from '../python/version.js';
import type { Settings } from './settings.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/**
 * The CPython of `--verify-with`, else for `--verify` the first on PATH: that of `--python`, `python3`, `python`, then the newest.
 *
 * @throws {UsageError} where there is none, before anything is done.
 */
export async function openVerifier(settings: Settings, terminal: Terminal): Promise<Verifier | undefined> {
  if (settings.verify === undefined) return undefined;
  const { path } = settings.verify;
  if (path !== undefined) return createVerifier(await named(path, terminal));
  for (const candidate of onPath(settings, terminal)) {
    const compiler = await usable(candidate);
    if (compiler !== undefined) return createVerifier(compiler);
  }
  throw new UsageError('--verify: no CPython found on PATH; name one with --verify-with PATH, or leave --verify away');
}

async function named(path: string, terminal: Terminal): Promise<Compiler> {
  const found = /[\\/]/.test(path) ? [resolve(path)].filter(isProgram) : [path].flatMap(searchPath(terminal));
  const [program] = found;
  if (program === undefined) throw new UsageError(`--verify-with: there is no program ${path}`);
  try {
    return await startCompiler(program);
  } catch (error) {
    if (!(error instanceof CompilerError)) throw error;
    throw new UsageError(`--verify-with: ${error.message}`);
  }
}

async function usable(path: string): Promise<Compiler | undefined> {
  try {
    return await startCompiler(path);
  } catch (error) {
    if (!(error instanceof CompilerError)) throw error;
    return undefined;
  }
}

function onPath({ convert: { python } }: Settings, terminal: Terminal): readonly string[] {
  const wanted = python === undefined || python === 'auto' ? [] : [`python${python}`];
  const rest = Array.from({ length: minor(NEWEST) - minor(OLDEST) + 1 }, (_, i) => `python3.${minor(NEWEST) - i}`);
  return [...new Set([...wanted, 'python3', 'python', ...rest])].flatMap(searchPath(terminal));
}

/** Absolute directories only: what lies in the directory one works in is not run for a `.` in PATH. */
function searchPath({ environment }: Terminal): (name: string) => readonly string[] {
  const directories = (environment.PATH ?? environment.Path ?? '').split(delimiter).filter((each) => isAbsolute(each));
  const ending = process.platform === 'win32' ? '.exe' : '';
  return (name) => directories.map((directory) => join(directory, name + ending)).filter(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return isFile(path);
  } catch {
    return false;
  }
}
