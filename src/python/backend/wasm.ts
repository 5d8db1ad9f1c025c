import { createRequire } from 'node:module';
import type { TreeCursor } from 'web-tree-sitter';
import type { Backend } from './backend.js';

/** tree-sitter as WebAssembly, with the grammar that the native package brings along: for platforms without a prebuilt binding. */
export async function loadWasm(): Promise<Backend> {
  const { Language, Parser } = await import('web-tree-sitter');
  await Parser.init();
  const grammar = createRequire(import.meta.url).resolve('tree-sitter-python/tree-sitter-python.wasm');
  const language = await Language.load(grammar);
  const parser = new Parser();
  parser.setLanguage(language);
  return {
    name: 'wasm',
    parse: (text, limit) => {
      const end = performance.now() + limit;
      const tree = parser.parse(text, undefined, { progressCallback: () => performance.now() > end });
      if (tree === null) {
        parser.reset();
        return undefined;
      }
      const cursors: TreeCursor[] = [];
      return {
        hasError: tree.rootNode.hasError,
        walk() {
          const cursor = tree.walk();
          cursors.push(cursor);
          return cursor;
        },
        dispose() {
          // Left to the garbage collector, a cursor would be freed some time after its tree, which crashes.
          for (const cursor of cursors) cursor.delete();
          tree.delete();
        },
      };
    },
  };
}
