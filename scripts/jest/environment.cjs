// Loads, once per process and outside jest's module registry, what cannot be loaded once per test file: native bindings
// (a second evaluation patches the same prototypes twice) and packages that are ES modules only.
const { TestEnvironment } = require('jest-environment-node');

const NAMES = ['tree-sitter', 'tree-sitter-python', 'web-tree-sitter', 'magic-string', 'yargs/helpers', 'jiti'];

let loading;

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    loading ??= load();
    this.global.__external = await loading;
  }
};

async function load() {
  const loaded = {};
  for (const name of NAMES) loaded[name] = await loadOne(name);
  return loaded;
}

async function loadOne(name) {
  try {
    const namespace = await import(name);
    return namespace.default !== undefined && isCommonJs(name)
      ? namespace.default
      : Object.defineProperty({ ...namespace }, '__esModule', { value: true });
  } catch (error) {
    return { unavailable: error };
  }
}

function isCommonJs(name) {
  return name.startsWith('tree-sitter');
}
