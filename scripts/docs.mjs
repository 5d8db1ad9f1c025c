// Writes what is generated: docs/diagnostics, docs/transforms, the tables of README.md, and the report of the public API.
//
//     npm run docs
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildCommandLine } from './build-cli.mjs';
import { writeDeclarations } from './build-declarations.mjs';
import { buildLibrary } from './build-library.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const API_REPORT = 'api/loopshift.api.md';
const bundle = join(root, '.cache/docs.mjs');

await build({
  absWorkingDir: root,
  stdin: {
    contents: [
      "export * from './scripts/docs/pages.ts'; export * from './scripts/api/report.ts';",
      "export { loadParser } from './src/python/parser.ts';",
    ].join(''),
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
const { GENERATED, apiReport, generatePages, loadParser } = await import(pathToFileURL(bundle).href);
await loadParser();
const built = join(root, '.cache/docs-package');
await buildCommandLine(join(built, 'dist'));
await buildLibrary(join(built, 'dist'));
copyFileSync(join(root, 'package.json'), join(built, 'package.json'));
const types = join(root, '.cache/types');
writeDeclarations(types);
const pages = new Map([...generatePages(root, built), [API_REPORT, apiReport(types)]]);
for (const folder of GENERATED) {
  mkdirSync(join(root, folder), { recursive: true });
  for (const file of readdirSync(join(root, folder))) {
    if (!pages.has(`${folder}/${file}`)) rmSync(join(root, folder, file));
  }
}
for (const [path, text] of pages) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
console.log(`${pages.size} pages`);
