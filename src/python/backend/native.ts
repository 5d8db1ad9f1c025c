import { createRequire } from 'node:module';
import type Parser from 'tree-sitter';
import type { Backend } from './backend.js';
import { loadBinding } from './binding.js';
import { loadTreeSitter } from './tree-sitter.js';

/**
 * tree-sitter's N-API binding: prebuilt for the common platforms, a third faster than WebAssembly.
 *
 * @throws where the binding does not load on this platform.
 */
export function loadNative(): Backend {
  const require = createRequire(import.meta.url);
  const Binding = loadTreeSitter(require);
  const parser = new Binding();
  // Not by its package, which brings a list of node types along: with that, a class is made for each of 130, which takes as long as all
  // the rest.
  parser.setLanguage(loadBinding('tree-sitter-python', require) as Parser.Language);
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
