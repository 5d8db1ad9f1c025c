import { field, type Node } from './node.js';

/** One call, with its arguments taken apart. */
export interface Call {
  readonly node: Node;
  readonly function: Node;
  /** Positional arguments in order. */
  readonly args: readonly Node[];
  /** The values of keyword arguments, by name; the `name=value` that one stands in is its `parent`. */
  readonly keywords: ReadonlyMap<string, Node>;
  /** `f(*args)`, `f(**options)`: what is passed cannot be seen. */
  readonly unpacks: boolean;
}

/** Takes a call apart. @throws where the node is none. */
export function takeApart(node: Node, textOf: (node: Node) => string): Call {
  const callee = field(node, 'function');
  if (node.type !== 'call' || callee === undefined) throw new Error(`not a call: ${node.type}`);
  const list = field(node, 'arguments');
  // f(x for x in y): the generator expression takes the place of the argument list
  const parts = list === undefined ? [] : list.type === 'generator_expression' ? [list] : list.children;
  const args: Node[] = [];
  const keywords = new Map<string, Node>();
  let unpacks = false;
  for (const part of parts) {
    if (part.type === 'comment' || part.type === 'line_continuation') continue;
    if (part.type === 'list_splat' || part.type === 'dictionary_splat') unpacks = true;
    if (part.type !== 'keyword_argument') {
      args.push(part);
      continue;
    }
    const name = field(part, 'name');
    const value = field(part, 'value');
    if (name !== undefined && value !== undefined) keywords.set(textOf(name), value);
  }
  return { node, function: callee, args, keywords, unpacks };
}
