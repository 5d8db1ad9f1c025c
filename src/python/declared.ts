import { addAll } from '../text.js';
import type { Node } from './node.js';

/** The names that a function or a class says are bound elsewhere, by its node. */
export type DeclaredNames = ReadonlyMap<Node, ReadonlyMap<string, 'global' | 'nonlocal'>>;

/** `global` counts for its whole function, also above the line it stands on: so all are read before anything is bound. */
export function findDeclared(roots: readonly Node[], textOf: (name: Node) => string): DeclaredNames {
  const declared = new Map<Node, Map<string, 'global' | 'nonlocal'>>();
  const stack: Node[] = [...roots];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'global_statement' || node.type === 'nonlocal_statement') {
      const owner = enclosingScopeNode(node);
      const names = declared.get(owner) ?? new Map<string, 'global' | 'nonlocal'>();
      for (const name of node.children) {
        if (name.type === 'identifier')
          names.set(textOf(name), node.type === 'global_statement' ? 'global' : 'nonlocal');
      }
      declared.set(owner, names);
    }
    addAll(stack, node.children);
  }
  return declared;
}

function enclosingScopeNode(node: Node): Node {
  let at = node;
  while (at.parent !== undefined) {
    at = at.parent;
    if (at.type === 'function_definition' || at.type === 'class_definition') break;
  }
  return at;
}
