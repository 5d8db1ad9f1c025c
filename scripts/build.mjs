// Builds dist/: the command line as one CommonJS bundle, the library as ES modules, and the declarations.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const define = { __LOOPSHIFT_VERSION__: JSON.stringify(version) };

/** These hold a native binding or WebAssembly that finds its own files: they are never bundled. */
const NATIVE = ['tree-sitter', 'tree-sitter-python', 'web-tree-sitter'];

/** yargs measures its help with three copies of string-width, which cost more at start-up than all the rest. */
const plainStringWidth = {
  name: 'plain-string-width',
  setup(plugins) {
    plugins.onResolve({ filter: /^string-width$/ }, () => ({ path: join(root, 'scripts/string-width.mjs') }));
  },
};

rmSync(join(root, 'dist'), { recursive: true, force: true });
await Promise.all([commandLine(), library()]);
declarations();

async function commandLine() {
  await build({
    absWorkingDir: root,
    entryPoints: present({ cli: 'src/cli/main.ts', worker: 'src/batch/worker.ts' }),
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    external: NATIVE,
    banner: { js: 'const __moduleUrl=require("node:url").pathToFileURL(__filename).href;' },
    define: { ...define, 'import.meta.url': '__moduleUrl' },
    plugins: [plainStringWidth],
    logLevel: 'warning',
  });
  const cli = join(root, 'dist/cli.cjs');
  if (existsSync(cli)) chmodSync(cli, 0o755);
}

async function library() {
  await build({
    absWorkingDir: root,
    entryPoints: present({ index: 'src/index.ts', testing: 'src/testing.ts' }),
    outdir: 'dist',
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    define,
    logLevel: 'warning',
  });
}

function declarations() {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  const run = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
  if (run.status !== 0) process.exit(run.status ?? 1);
}

function present(entries) {
  return Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(join(root, path))));
}
