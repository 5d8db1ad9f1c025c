import { type ChildProcess, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { PROGRAM } from './compiler-program.js';
import { systemMessage } from './system-error.js';

/** The Python of one file, cell by cell where it has cells. `awaits`: `await` is legal at its top level. */
export interface Unit {
  readonly cells: readonly string[];
  readonly awaits: boolean;
  /** A cell may be indented as a whole, as IPython takes it. */
  readonly indented: boolean;
}

export interface Request {
  readonly after: Unit;
  /** What it was made of: a fault that the source has too is not loopshift's. */
  readonly before: Unit | undefined;
  /** Of the Python it is for: `8` for 3.8. */
  readonly minor: number;
}

/** The first fault; its cell counts from 0, its line within the cell from 1. */
export interface Fault {
  readonly cell: number;
  readonly line: number | null;
  readonly message: string;
}

/** `none`: it did not answer, and why. */
export type Verdict =
  | { readonly kind: 'compiles' }
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'none'; readonly reason: string };

/** A CPython that compiles text, and runs none of it. One process for a whole run. */
export interface Compiler {
  readonly path: string;
  /** `3.11.7` */
  readonly version: string;
  /** `11` */
  readonly minor: number;
  compile(request: Request): Promise<Verdict>;
  close(): void;
}

/** It cannot be used: not there, too old, no CPython. */
export class CompilerError extends Error {
  override readonly name = 'CompilerError';
}

/** In milliseconds, for one file and for the start: a busy machine is slow, and a hang is not waited for. */
const BOUND = 60_000;

/**
 * Starts a CPython: without a shell, without its site packages, and with nothing of the directory it is started in
 * (`-I -S`). A file on which it dies gets `none`, and the next one a new process.
 *
 * @throws {CompilerError} where `path` is no CPython 3.6 or later.
 */
export async function startCompiler(path: string): Promise<Compiler> {
  let worker = startWorker(path);
  const hello = await worker.next;
  const [major = 0, minor = 0, micro = 0] = readHello(hello, path);
  const version = `${major}.${minor}.${micro}`;
  if (major !== 3 || minor < 6) {
    worker.end();
    throw new CompilerError(`${path} is CPython ${version}, and 3.6 or later is needed`);
  }
  return {
    path,
    version,
    minor,
    async compile(request) {
      if (worker.isOver()) {
        worker = startWorker(path);
        await worker.next;
      }
      const answer = await worker.ask(request);
      if (typeof answer === 'string') return { kind: 'none', reason: answer };
      const { fault } = answer as { readonly fault: Fault | null };
      return fault === null ? { kind: 'compiles' } : { kind: 'fault', fault };
    },
    close: () => worker.end(),
  };
}

function readHello(hello: unknown, path: string): readonly number[] {
  if (typeof hello === 'string') throw new CompilerError(`${path} is no CPython 3.6 or later: ${hello}`);
  const { implementation, version } = hello as { readonly implementation: string; readonly version: readonly number[] };
  if (implementation !== 'CPython') throw new CompilerError(`${path} is ${implementation}, and CPython is needed`);
  return version;
}

interface Worker {
  /** Its first line, or why none came. */
  readonly next: Promise<unknown>;
  ask(request: Request): Promise<unknown>;
  isOver(): boolean;
  end(): void;
}

/** One process: a line in, a line out. What is no answer is a text that says why. */
function startWorker(path: string): Worker {
  const child = spawn(path, ['-I', '-S', '-B', '-c', PROGRAM], {
    // Not the directory it is called in: a `.python-version` there would choose what pyenv's shims start.
    cwd: dirname(path),
    shell: false,
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  let settle: ((answer: unknown) => void) | undefined;
  let over: string | undefined;
  const finish = (reason: string): void => {
    over ??= reason;
    settle?.(over);
  };
  child.on('error', (error) => finish(systemMessage(error)));
  child.on('close', (code, signal) => finish(signal === null ? `it ended with ${code}` : `it was ended by ${signal}`));
  // It has gone: `close` says so.
  child.stdin.on('error', () => undefined);
  createInterface({ input: child.stdout }).on('line', (line) => settle?.(readLine(line)));
  const next = (): Promise<unknown> => answered(child, (resolve) => (settle = resolve), finish);
  return {
    next: next(),
    ask(request) {
      if (over !== undefined) return Promise.resolve(over);
      child.stdin.write(`${JSON.stringify(request)}\n`);
      return next();
    },
    isOver: () => over !== undefined,
    end: () => child.stdin.end(),
  };
}

function answered(
  child: ChildProcess,
  onSettle: (resolve: (answer: unknown) => void) => void,
  finish: (reason: string) => void,
): Promise<unknown> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      finish(`no answer within ${BOUND / 1000} seconds`);
    }, BOUND);
    onSettle((answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
  });
}

function readLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return 'it answers with something else';
  }
}
