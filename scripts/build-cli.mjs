// Builds the command line as one CommonJS bundle, into dist/ or, for the tests, elsewhere.
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** These hold a native binding, find their own files, or are asked for by few: they are never bundled. */
const EXTERNAL = ['tree-sitter', 'tree-sitter-python', 'web-tree-sitter', 'jiti', '@clack/prompts'];

/** yargs measures its help with three copies of string-width, which cost more at start-up than all the rest. */
const plainStringWidth = {
  name: 'plain-string-width',
  setup(plugins) {
    plugins.onResolve({ filter: /^string-width$/ }, () => ({ path: join(root, 'scripts/string-width.mjs') }));
  },
};

export async function buildCommandLine(outdir) {
  const worker = join(root, 'src/batch/worker.ts');
  await build({
    absWorkingDir: root,
    entryPoints: { cli: 'src/cli/main.ts', ...(existsSync(worker) && { worker }) },
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    external: EXTERNAL,
    // What the page of --report holds as it is.
    loader: { '.css': 'text', '.client.js': 'text' },
    banner: { js: 'const __moduleUrl=require("node:url").pathToFileURL(__filename).href;' },
    define: { __LOOPSHIFT_VERSION__: JSON.stringify(version), 'import.meta.url': '__moduleUrl' },
    plugins: [plainStringWidth],
    logLevel: 'warning',
  });
  chmodSync(join(outdir, 'cli.cjs'), 0o755);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildCommandLine(process.argv[2] ?? join(root, 'dist'));
