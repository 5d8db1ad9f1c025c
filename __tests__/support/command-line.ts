import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..', '..');
const built = join(root, '.cache', `cli-${process.env.JEST_WORKER_ID ?? '0'}`);

/** Bundles the command line as it will be published. For `beforeAll`. */
export function buildCommandLine(): void {
  const run = spawnSync(process.execPath, [join(root, 'scripts/build-cli.mjs'), built], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
}

/** Builds the package as it will be published, without the declarations. @returns its folder. */
export function buildPackage(): string {
  const folder = join(root, '.cache', `package-${process.env.JEST_WORKER_ID ?? '0'}`);
  for (const script of ['build-cli', 'build-library']) {
    const run = spawnSync(process.execPath, [join(root, `scripts/${script}.mjs`), join(folder, 'dist')], {
      encoding: 'utf8',
    });
    if (run.status !== 0) throw new Error(run.stderr);
  }
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
  return folder;
}

/** Where it was built. */
export function commandLine(): string {
  return join(built, 'cli.cjs');
}

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly bytes: Buffer;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** `loopshift …` in a process of its own. */
export function loopshift(args: readonly string[], options: RunOptions = {}): Run {
  const { cwd, input, env } = options;
  const run: SpawnSyncReturns<Buffer> = spawnSync(process.execPath, [commandLine(), ...args], {
    ...(cwd !== undefined && { cwd }),
    input: Buffer.from(input ?? ''),
    env: { PATH: process.env.PATH, HOME: tmpdir(), LOOPSHIFT_CODE_CACHE: join(built, 'code'), ...env },
    maxBuffer: 1 << 28,
  });
  return { code: run.status, out: run.stdout.toString('utf8'), err: run.stderr.toString('utf8'), bytes: run.stdout };
}

/** A folder with these files in it. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'loopshift-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** For `afterAll`. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Every file below a folder with its bytes, as latin-1 text. */
export function contents(folder: string): Readonly<Record<string, string>> {
  const names = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => !name.startsWith('.git/'));
  const files = names.sort().filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

export function git(folder: string, ...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
}

const folders: string[] = [];
