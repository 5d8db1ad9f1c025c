// The tools that loopshift is measured beside. They are no dependencies: what is not there is left out, and said.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const AST_GREP = '@ast-grep/cli@0.51.1';

/** The same single rewrite; @returns its command for a path, or `undefined` where there is no ast-grep. */
export function astGrep(root) {
  const binary = find(root);
  if (binary === undefined) return undefined;
  const rewrite = ['--lang', 'python', '--pattern', 'asyncio.run($X)', '--rewrite', 'await $X', '--json=stream'];
  return (path) => [binary, 'run', ...rewrite, path];
}

/** A search through the same files. */
export function ripgrep() {
  if (!runs('rg')) return undefined;
  const files = ['*.py', '*.pyw', '*.ipynb'].flatMap((glob) => ['-g', glob]);
  return (path) => ['rg', '-l', ...files, 'asyncio|await', path];
}

/** On PATH, else in .cache/, where it is installed on the first run: its binaries are for some platforms only. */
function find(root) {
  if (runs('ast-grep')) return 'ast-grep';
  const prefix = join(root, '.cache/ast-grep');
  const binary = join(prefix, 'node_modules/@ast-grep/cli', process.platform === 'win32' ? 'ast-grep.exe' : 'ast-grep');
  if (!existsSync(binary)) {
    console.error(`installing ${AST_GREP} in .cache/`);
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    spawnSync(npm, ['install', '--prefix', prefix, '--no-save', '--no-audit', '--no-fund', AST_GREP], {
      stdio: 'ignore',
      shell: process.platform === 'win32',
    });
  }
  return existsSync(binary) && runs(binary) ? binary : undefined;
}

function runs(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}
