export const BACKEND_NAMES = ['native', 'wasm'] as const;
export type BackendName = (typeof BACKEND_NAMES)[number];

/** One build of tree-sitter with the Python grammar in it. Both builds hold the same grammar and give the same trees. */
export interface Backend {
  readonly name: BackendName;
  /** `undefined`: it was not done within the time (milliseconds). */
  parse(text: string, limit: number): SyntaxTree | undefined;
}

export interface SyntaxTree {
  readonly hasError: boolean;
  /** At the root. */
  walk(): Cursor;
  /** Gives the memory back where the binding does not do so itself. The tree and its cursors are dead afterwards. */
  dispose(): void;
}

/** What the two bindings' cursors have in common. Every call crosses into native code: ask for as little as possible. */
export interface Cursor {
  readonly nodeTypeId: number;
  readonly nodeType: string;
  readonly nodeIsNamed: boolean;
  readonly nodeIsMissing: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  /** 0 or `undefined` where the node fills no field. */
  readonly currentFieldId: number | undefined;
  readonly currentFieldName: string | null;
  gotoFirstChild(): boolean;
  gotoNextSibling(): boolean;
  gotoParent(): boolean;
}
