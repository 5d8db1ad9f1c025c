// Builds the command line as CommonJS, into dist/ or, for the tests, elsewhere: a small file to start with, and chunks that are
// loaded when they are asked for. Node compiles all it loads, each time, which takes longer than converting a file: so the small
// file keeps what was compiled.
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** These find their own files, or are asked for by few: they are never bundled. */
const EXTERNAL = ['tree-sitter-python', 'web-tree-sitter', 'jiti', '@clack/prompts'];

const CHUNKS = 'cli';

/** Of yargs only the parser is asked for: what its help and its other platforms need is not loaded beside it. */
const parserAlone = {
  name: 'parser-alone',
  setup(plugins) {
    plugins.onResolve({ filter: /platform-shims\/esm\.mjs$/ }, async ({ path, ...rest }) => {
      if (rest.pluginData === parserAlone) return undefined;
      return { ...(await plugins.resolve(path, { ...rest, pluginData: parserAlone })), sideEffects: false };
    });
  },
};

/** tree-sitter's JavaScript is bundled, so that its code is kept with the rest; its binding stays where it is installed. */
const treeSitter = {
  name: 'tree-sitter',
  setup(plugins) {
    const resolveDir = join(root, 'src/python/backend');
    plugins.onLoad({ filter: /backend.tree-sitter\.ts$/ }, () => ({
      contents: "export const loadTreeSitter = () => require('tree-sitter');",
      resolveDir,
    }));
    plugins.onResolve({ filter: /^node-gyp-build$/ }, () => ({ path: 'binding', namespace: 'tree-sitter' }));
    plugins.onLoad({ filter: /^binding$/, namespace: 'tree-sitter' }, () => ({
      contents: `
        const { createRequire } = require('node:module');
        const { loadBinding } = require('./binding.ts');
        module.exports = () => loadBinding('tree-sitter', createRequire(__filename));
      `,
      resolveDir,
    }));
  },
};

/** Stands for the digest of all that is built, which is not known before. */
const BUILD = 'LOOPSHIFT_BUILD';

export async function buildCommandLine(outdir) {
  const options = {
    absWorkingDir: root,
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    external: EXTERNAL,
    // What the page of --report holds as it is; and what tree-sitter would hold under Bun.
    loader: { '.css': 'text', '.client.js': 'text', '.node': 'empty' },
    define: {
      __LOOPSHIFT_VERSION__: JSON.stringify(version),
      __LOOPSHIFT_BUILD__: JSON.stringify(BUILD),
      'import.meta.url': '__filename',
    },
    plugins: [parserAlone, treeSitter],
    logLevel: 'warning',
  };
  const built = await Promise.all([
    // What a process and a thread begin with; the rest they load by name.
    build({
      ...options,
      entryPoints: { cli: 'src/cli/start/main.ts', worker: 'src/cli/start/worker.ts' },
      format: 'cjs',
    }),
    // esbuild splits ES modules only; `require` loads faster than `import` does.
    build({
      ...options,
      entryPoints: {
        [`${CHUNKS}/main`]: 'src/cli/main.ts',
        [`${CHUNKS}/convert-files`]: 'src/batch/worker.ts',
        [`${CHUNKS}/save-code`]: 'src/cli/start/save.ts',
      },
      splitting: true,
      chunkNames: `${CHUNKS}/[name]-[hash]`,
      format: 'esm',
    }),
  ]);
  const files = built.flatMap(({ outputFiles }) => outputFiles);
  rmSync(join(outdir, CHUNKS), { recursive: true, force: true });
  mkdirSync(join(outdir, CHUNKS), { recursive: true });
  const digest = createHash('sha256');
  for (const { text } of files) digest.update(text);
  const id = `${version}-${digest.digest('hex').slice(0, 12)}`;
  for (const { path, text } of files) {
    const { code } = await transform(text.replaceAll(BUILD, id), {
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      supported: { 'dynamic-import': false },
      minifySyntax: true,
      minifyWhitespace: true,
    });
    writeFileSync(path, basename(dirname(path)) === CHUNKS ? asFunction(code) : code);
  }
  chmodSync(join(outdir, 'cli.cjs'), 0o755);
}

/** As `src/cli/start/loader.ts` takes it: what Node would wrap a module in is there already. */
function asFunction(code) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is about ASCII.
  if (/[^\x00-\x7f]/.test(code)) throw new Error('a chunk is not ASCII');
  return `(function(exports,require,module,__filename,__dirname){${code}\n})\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildCommandLine(process.argv[2] ?? join(root, 'dist'));
