import type { Module } from './python/module.js';
import type { Node } from './python/node.js';
import { contains, type Edit } from './text.js';

/** A name that edits leave without anything that binds it. */
export interface Unbound {
  readonly name: string;
  /** Where it was bound. */
  readonly definition: Node;
  /** What goes on reading it. */
  readonly read: Node;
}

/**
 * A name that is bound in what goes, and nowhere else, and is read by what stays.
 *
 *     ok = faulthandler.enable()     gone
 *     print(ok)
 *
 * @param edits sorted, free of overlaps
 */
export function findUnbound(edits: readonly Edit[], module: Module): Unbound | undefined {
  const replaced = edits.filter((edit) => edit.end > edit.start);
  if (replaced.length === 0) return undefined;
  const isGone = (node: Node) => {
    const at = lastUpTo(replaced, node.start);
    return at !== undefined && contains(at, node);
  };
  for (const scope of module.scopes.scopes) {
    for (const { name, definitions, references } of scope.bindings.values()) {
      const [definition] = definitions;
      if (definition === undefined || !definitions.every(({ node }) => isGone(node))) continue;
      const read = references.find((each) => !isGone(each));
      // What is inserted may bind it anew.
      if (read === undefined || edits.some(({ text }) => isNamedIn(name, text))) continue;
      return { name, definition: definition.node, read };
    }
  }
  return undefined;
}

/** A name of letters of any language: `\b` knows those of ASCII. */
function isNamedIn(name: string, text: string): boolean {
  return new RegExp(`(?<!\\p{ID_Continue})${name}(?!\\p{ID_Continue})`, 'u').test(text);
}

/** The last edit that starts there or in front. */
function lastUpTo(edits: readonly Edit[], offset: number): Edit | undefined {
  let [low, high] = [0, edits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle] as Edit).start <= offset) low = middle + 1;
    else high = middle;
  }
  return edits[low - 1];
}
