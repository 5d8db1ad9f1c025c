import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from './command-line.js';

const root = join(__dirname, '..', '..');

/** A fenced block of a page: what stands behind the fence, and where. */
export interface Block {
  readonly language: string;
  /** `file=app.py`: the block is the file. */
  readonly file: string | undefined;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export function readBlocks(page: string): readonly Block[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^(```+)(\w*)([^\n]*)\n([\s\S]*?)^\1$/gm)].map((found) => {
    const [whole, , language = '', info = '', body = ''] = found;
    const start = found.index + whole.length - body.length - (found[1]?.length ?? 0);
    return { language, file: /file=(\S+)/.exec(info)?.[1], text: body, start, end: start + body.length };
  });
}

/**
 * A folder in which a page can be followed: the package is installed, `examples/` and some files to work on are there.
 *
 * @param built where the package was built
 */
export function makeScene(built: string, files: Readonly<Record<string, string>>): string {
  const folder = makeFolder(files);
  cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  mkdirSync(join(folder, '.bin'));
  symlinkSync(built, join(folder, 'node_modules/loopshift'), 'dir');
  const cli = join(built, 'dist/cli.cjs');
  writeScript(join(folder, '.bin/loopshift'), `exec "${process.execPath}" "${cli}" "$@"`);
  writeScript(join(folder, '.bin/npx'), 'exec "$@"');
  return folder;
}

/** What a console block shows after each `$ `, done for real. @returns the block as it should be. */
export function follow(block: Block, folder: string): string {
  const commands = block.text.split('\n').filter((line) => line.startsWith('$ '));
  return commands.map((line) => `${line}\n${run(line.slice(2), folder)}`).join('');
}

function run(command: string, folder: string): string {
  // Nothing is to be installed here: it is.
  const { stdout, stderr } = spawnSync('sh', ['-c', command.replace(/^npm ci && /, '')], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: `${join(folder, '.bin')}:${dirname(process.execPath)}:${process.env.PATH}`,
      HOME: folder,
      LOOPSHIFT_CODE_CACHE: '0',
    },
  });
  const out = (stdout + stderr).replaceAll(realpathSync(folder), '/project').replaceAll(folder, '/project');
  return out === '' || out.endsWith('\n') ? out : `${out}\n`;
}

function writeScript(path: string, line: string): void {
  writeFileSync(path, `#!/bin/sh\n${line}\n`);
  chmodSync(path, 0o755);
}

/** The page with the blocks' texts in place of theirs. */
export function rewritePage(page: string, texts: readonly (readonly [Block, string])[]): void {
  let text = readFileSync(join(root, page), 'utf8');
  for (const [block, body] of [...texts].reverse()) text = text.slice(0, block.start) + body + text.slice(block.end);
  writeFileSync(join(root, page), text);
}
