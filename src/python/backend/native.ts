import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type Parser from 'tree-sitter';
import type { Backend } from './backend.js';

/**
 * tree-sitter's N-API binding: prebuilt for the common platforms, a third faster than WebAssembly.
 *
 * @throws where the binding does not load on this platform.
 */
export function loadNative(): Backend {
  // `require` costs 10 ms less than `import` for these two CommonJS packages.
  const require = createRequire(import.meta.url);
  const Binding = require('tree-sitter') as typeof Parser;
  const parser = new Binding();
  parser.setLanguage(loadGrammar(require));
  return {
    name: 'native',
    parse: (text, limit) => {
      parser.setTimeoutMicros(limit * 1000);
      // `null`, whatever its type says.
      const tree = parser.parse(text) as Parser.Tree | null;
      if (tree === null) {
        parser.reset();
        return undefined;
      }
      return {
        hasError: tree.rootNode.hasError,
        walk: () => tree.walk(),
        dispose: () => undefined,
      };
    },
  };
}

/**
 * The grammar as the package loads it, without its list of node types: with that, the binding generates a class for each of 130, which
 * is half of its start-up.
 */
function loadGrammar(require: NodeJS.Require): Parser.Language {
  const manifest = require.resolve('tree-sitter-python/package.json');
  const load = createRequire(manifest)('node-gyp-build') as (folder: string) => Parser.Language;
  return load(dirname(manifest));
}
