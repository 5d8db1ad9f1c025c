import { systemMessage } from '../batch/system-error.js';
import { type Chunk, printableSource } from '../reporters/index.js';

/** The process's streams, as the commands see them. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  isTerminal(stream: 'in' | 'out' | 'err'): boolean;
  /** Width of the terminal that stderr is; `undefined` where it is none. */
  columns(): number | undefined;
  print(chunk: Chunk): Promise<void>;
  readStdin(): Promise<Buffer>;
}

/**
 * stdout and stderr. A reader that goes away (`| head`) ends the output, not the run: with `--write`, the other files are still
 * to be done.
 */
export function createTerminal(): Terminal {
  const streams = { out: process.stdout, err: process.stderr };
  const closed = { out: false, err: false };
  for (const name of ['out', 'err'] as const) {
    streams[name].on('error', (error: NodeJS.ErrnoException) => {
      closed[name] = true;
      if (error.code === 'EPIPE' || process.exitCode === 2) return;
      // A full disk: what is missing there is an error, whatever becomes of the rest.
      process.exitCode = 2;
      if (name === 'out') void write('err', `loopshift: cannot write to stdout: ${systemMessage(error)}\n`);
    });
  }

  async function write(name: 'out' | 'err', data: string | Uint8Array | undefined): Promise<void> {
    if (data === undefined || data.length === 0 || closed[name]) return;
    const stream = streams[name];
    if (stream.write(data)) return;
    await new Promise<void>((resolve) => {
      stream.once('drain', resolve);
      stream.once('error', () => resolve());
      stream.once('close', () => resolve());
    });
  }

  async function writeBoth(chunk: Chunk): Promise<void> {
    await write('out', chunk.out);
    await write('err', chunk.err);
  }

  return {
    environment: process.env,
    isTerminal: (stream) => (stream === 'in' ? process.stdin : streams[stream]).isTTY === true,
    columns: () => (streams.err.isTTY ? (process.stderr.columns ?? 80) : undefined),
    // Of most files of a tree there is nothing to say.
    print: (chunk) => ((chunk.out?.length ?? 0) + (chunk.err?.length ?? 0) === 0 ? DONE : writeBoth(chunk)),
    async readStdin() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
  };
}

const DONE = Promise.resolve();

/** Source code for stdout: byte for byte, but harmless to a terminal. */
export function sourceFor(terminal: Terminal, bytes: Uint8Array): Uint8Array | string {
  return terminal.isTerminal('out') ? printableSource(Buffer.from(bytes).toString('utf8')) : bytes;
}

/** Colour where a person reads, unless told otherwise: the option first, then NO_COLOR and FORCE_COLOR. */
export function hasColor(when: 'auto' | 'always' | 'never', stream: 'out' | 'err', terminal: Terminal): boolean {
  if (when !== 'auto') return when === 'always';
  const { NO_COLOR, FORCE_COLOR, TERM } = terminal.environment;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0';
  return terminal.isTerminal(stream) && TERM !== 'dumb';
}
