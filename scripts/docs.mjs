// Writes the generated pages: docs/diagnostics, docs/transforms and the tables of README.md.
//
//     npm run docs
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bundle = join(root, '.cache/docs.mjs');

await build({
  absWorkingDir: root,
  stdin: {
    contents: "export * from './scripts/docs/pages.ts'; export { loadParser } from './src/python/parser.ts';",
    resolveDir: root,
  },
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
const { GENERATED, generatePages, loadParser } = await import(pathToFileURL(bundle).href);
await loadParser();
const pages = generatePages(root);
for (const folder of GENERATED) {
  mkdirSync(join(root, folder), { recursive: true });
  for (const file of readdirSync(join(root, folder))) {
    if (!pages.has(`${folder}/${file}`)) rmSync(join(root, folder, file));
  }
}
for (const [path, text] of pages) writeFileSync(join(root, path), text);
console.log(`${pages.size} pages`);
