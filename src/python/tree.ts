import type { Cursor, SyntaxTree } from './backend/backend.js';
import type { Node } from './node.js';

/** A {@link Node} that is still being made: by {@link growTree}, then by `mend`. */
export interface Draft extends Node {
  start: number;
  end: number;
  type: string;
  field: string | undefined;
  parent: Draft | undefined;
  children: readonly Draft[];
  isAsync: boolean;
  operator: string | undefined;
}

/** A place where the grammar could not follow: text it skipped (`ERROR`), or a token it missed. */
export interface GrammarFault {
  readonly start: number;
  readonly end: number;
  readonly missing: string | undefined;
}

export interface Growth {
  readonly root: Draft;
  /** The root and all below it, each node before its children. */
  readonly order: readonly Draft[];
  readonly faults: readonly GrammarFault[];
}

/** Deeper trees are refused: CPython gives up on them as well, and a reader of the tree may recurse that deep in safety. */
export const DEEPEST = 3000;

export class TooDeepError extends Error {}

/** No children: one array for all leaves. */
const NONE: readonly Draft[] = Object.freeze([]);

const ERROR_ID = 0xffff;

/** What is known of a node type, by its number in the grammar; learnt when the type is first met. */
interface Kind {
  readonly name: string;
  readonly named: boolean;
  /** A token: no need to ask for children. */
  readonly leaf: boolean;
  readonly isAsync: boolean;
}

const LEAVES = new Set(
  'identifier integer float true false none comment ellipsis pass_statement break_statement continue_statement string_start string_end escape_sequence'.split(
    ' ',
  ),
);

const WITH_OPERATOR = new Set([
  'binary_operator',
  'unary_operator',
  'boolean_operator',
  'comparison_operator',
  'augmented_assignment',
]);

/**
 * One cursor pass from the binding's tree into plain records. Iterative, since input may be nested 10,000 deep.
 *
 * @param kinds what earlier passes of the same backend learnt
 * @throws {TooDeepError} below {@link DEEPEST} levels.
 */
export function growTree(tree: SyntaxTree, offset: number, kinds: KindTable): Growth {
  const cursor = tree.walk();
  const { hasError } = tree;
  const order: Draft[] = [];
  const faults: GrammarFault[] = [];
  // The root of hopeless input is an ERROR.
  const root = record('module', cursor, offset, undefined, undefined);
  order.push(root);
  let parent = root;
  let depth = 1;
  let more = cursor.gotoFirstChild();

  while (more || parent !== root) {
    if (!more) {
      cursor.gotoParent();
      parent = parent.parent as Draft;
      depth--;
      more = cursor.gotoNextSibling();
      continue;
    }
    const kind = kinds.get(cursor);
    if (hasError) noteFault(cursor, kind, offset, faults);
    if (!kind.named) {
      if (kind.isAsync) parent.isAsync = true;
      else if (parent.operator === undefined && WITH_OPERATOR.has(parent.type)) parent.operator = kind.name;
      more = cursor.gotoNextSibling();
      continue;
    }
    const node = record(kind.name, cursor, offset, parent, kinds.fieldOf(cursor));
    order.push(node);
    adopt(parent, node);
    if (kind.leaf || !cursor.gotoFirstChild()) {
      more = cursor.gotoNextSibling();
      continue;
    }
    if (++depth > DEEPEST) throw new TooDeepError();
    parent = node;
  }
  if (hasError && faults.length === 0) faults.push({ start: root.start, end: root.end, missing: undefined });
  return { root, order, faults };
}

/** Names and properties of node types and fields, by number, for one backend. */
export class KindTable {
  readonly #kinds: (Kind | undefined)[] = [];
  readonly #fields: (string | undefined)[] = [];
  readonly #error: Kind = { name: 'ERROR', named: true, leaf: false, isAsync: false };

  get(cursor: Cursor): Kind {
    const id = cursor.nodeTypeId;
    if (id === ERROR_ID) return this.#error;
    return this.#kinds[id] ?? this.#learn(id, cursor);
  }

  fieldOf(cursor: Cursor): string | undefined {
    const id = cursor.currentFieldId;
    if (!id) return undefined;
    this.#fields[id] ??= cursor.currentFieldName ?? undefined;
    return this.#fields[id];
  }

  #learn(id: number, cursor: Cursor): Kind {
    const name = cursor.nodeType;
    // The grammar makes a node of each backslash at a line end.
    const named = cursor.nodeIsNamed && name !== 'line_continuation';
    const kind = { name, named, leaf: !named || LEAVES.has(name), isAsync: !named && name === 'async' };
    this.#kinds[id] = kind;
    return kind;
  }
}

function adopt(parent: Draft, child: Draft): void {
  if (parent.children === NONE) parent.children = [child];
  else (parent.children as Draft[]).push(child);
}

function record(
  type: string,
  cursor: Cursor,
  offset: number,
  parent: Draft | undefined,
  field: string | undefined,
): Draft {
  return {
    type,
    field,
    start: cursor.startIndex + offset,
    end: cursor.endIndex + offset,
    parent,
    children: NONE,
    isAsync: false,
    operator: undefined,
  };
}

function noteFault(cursor: Cursor, kind: Kind, offset: number, faults: GrammarFault[]): void {
  const start = cursor.startIndex;
  const end = cursor.endIndex;
  if (kind.name === 'ERROR') faults.push({ start: start + offset, end: end + offset, missing: undefined });
  else if (start === end && cursor.nodeIsMissing) {
    faults.push({ start: start + offset, end: end + offset, missing: kind.name });
  } else if (kind.name.includes(' ') && cursor.gotoFirstChild()) {
    // `await not x`: a `not in` whose `in` is missing
    do if (cursor.nodeIsMissing) faults.push({ start: end + offset, end: end + offset, missing: cursor.nodeType });
    while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
}
