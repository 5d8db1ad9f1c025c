// TypeScript to CommonJS by esbuild. No hoisting of jest.mock: nothing here mocks modules.
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const esbuild = require('esbuild');

const OPTIONS = {
  loader: 'ts',
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': '__moduleUrl' },
  banner: 'const __moduleUrl=require("node:url").pathToFileURL(__filename).href;',
};

const own = readFileSync(__filename, 'utf8') + esbuild.version;

module.exports = {
  process: (text, path) => ({ code: esbuild.transformSync(text, { ...OPTIONS, sourcefile: path }).code }),
  getCacheKey: (text, path) => createHash('sha1').update(own).update(path).update(text).digest('hex'),
};
