// Compiles assembly/ to WebAssembly, as a string in src/batch/scanner-code.ts.
//
//     npm run build:assembly               writes it
//     npm run build:assembly -- --check    exits with 1 if it is not what is there
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'src/batch/scanner-code.ts');
const output = {};
const { error, stderr } = await main(
  [
    ...['assembly/index.ts', '--outFile', 'scanner.wasm', '--baseDir', root],
    ...['-O3', '--runtime', 'stub', '--enable', 'simd', '--use', 'abort='],
  ],
  {
    writeFile: (name, contents) => {
      output[name] = contents;
    },
  },
);
if (error) {
  console.error(stderr.toString() || error.message);
  process.exit(1);
}
const code = Buffer.from(output['scanner.wasm']).toString('base64');
const text = `/** \`assembly/\`, compiled: written by \`npm run build:assembly\`. */
export const code =
  '${code}';
`;
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error('assembly/ says something else than src/batch/scanner-code.ts: npm run build:assembly');
  process.exit(1);
}
