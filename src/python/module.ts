import type { Document } from '../documents/document.js';
import type { Edit, Range } from '../text.js';
import { isBuiltin } from './builtins.js';
import { type Call, takeApart } from './call.js';
import { planImport } from './imports.js';
import { descendants, field, type Node } from './node.js';
import { requireNodeType } from './node-types.js';
import { type ParseTree, parseRanges, type SyntaxFault } from './parser.js';
import { type Meaning, meaningOf } from './resolve.js';
import { analyzeScopes, type ScopeTable } from './scopes.js';
import { findStanding, type Standing } from './standing.js';

/**
 * What the Python in a document says: trees, names, calls by meaning, standings. Knows nothing of any library.
 * Offsets of its nodes are offsets into `document.code`.
 */
export interface Module {
  readonly document: Document;
  /** One tree per Python cell. */
  readonly roots: readonly Node[];
  /** Cells that do not parse; their trees are not among `roots`. */
  readonly faults: readonly Fault[];
  readonly scopes: ScopeTable;
  /** Qualified names that the file assigns to: `asyncio.run` after `asyncio.run = …`. */
  readonly patchedAttributes: ReadonlySet<string>;
  text(node: Range): string;
  /**
   * Calls of one function, however it was imported: `calls('asyncio.run')` finds `from asyncio import run as go; go(main())`.
   *
   * @param qualifiedName with its module; that of a builtin is `builtins`: `builtins.open`
   */
  calls(qualifiedName: string): readonly Call[];
  /**
   * Expressions that mean a name, called or not: `uses('asyncio.TimeoutError')` finds `aio.TimeoutError`, and `TimeoutError`
   * after `from asyncio import TimeoutError`. The import itself is not among them, nor is text in a string.
   */
  uses(qualifiedName: string): readonly Node[];
  /** Calls of a method by its name alone, whatever it hangs on: `methodCalls('run_until_complete')`. */
  methodCalls(name: string): readonly Call[];
  call(node: Node): Call;
  /**
   * Nodes of one type of the grammar, in source order. `loopshift tree FILE` shows which there are.
   *
   * @throws where the grammar has no such type
   */
  find(type: string, within?: Range): Iterable<Node>;
  /** The qualified name that an expression means: `aio.run` → `asyncio.run`; `undefined` where it is local, ambiguous or unknown. */
  resolve(expression: Node): string | undefined;
  /** As `resolve`, with what it may mean where that is not certain. */
  meaning(expression: Node): Meaning;
  /** What encloses a node, and so decides whether it may `await`. */
  standing(node: Node): Standing;
  /**
   * A spelling of `qualifiedName` that works at `at`, and the edits that make it so: an import, added once where imports are.
   *
   * @param qualifiedName where it is open which part is the module, a colon ends it: `google.cloud.storage:client`
   * @throws where it is
   */
  importing(qualifiedName: string, at: Node): { readonly name: string; readonly edits: readonly Edit[] };
}

export interface Fault {
  readonly cell: Range;
  readonly at: Range;
  readonly message: string;
  readonly kind: SyntaxFault['kind'];
}

/** Parses a document, cell by cell, into one module. A cell with a syntax error is left out and named in `faults`. */
export function parseModule(document: Document): Module {
  const cells = document.cells.filter((cell) => cell.kind === 'code' && cell.python);
  const trees = parseRanges(document.masked, cells, { leadingIndent: document.interactive });
  const sound = trees.filter((tree) => tree.errors.length === 0);
  const faults = trees.flatMap((tree, index) => toFault(tree, cells[index]));
  return new ParsedModule(
    document,
    sound.map((tree) => tree.root),
    faults,
  );
}

function toFault(tree: ParseTree, cell: Range | undefined): Fault[] {
  const [first] = tree.errors;
  return first === undefined || cell === undefined
    ? []
    : [{ cell, at: first, message: first.message, kind: first.kind }];
}

class ParsedModule implements Module {
  private scopeTable: ScopeTable | undefined;
  private patched: ReadonlySet<string> | undefined;
  private readonly byType = new Map<string, Node[]>();
  private readonly standings = new Map<Node, Standing>();
  private readonly meanings = new Map<Node, Meaning>();
  private readonly callNodes = new Map<Node, Call>();
  private readonly callsByName = new Map<string, Node[]>();
  private readonly callsByMethod = new Map<string, Node[]>();
  private usesByName: ReadonlyMap<string, readonly Node[]> | undefined;
  private indexed = false;

  constructor(
    readonly document: Document,
    readonly roots: readonly Node[],
    readonly faults: readonly Fault[],
  ) {
    for (const root of roots) {
      for (const node of descendants(root)) {
        const list = this.byType.get(node.type);
        if (list === undefined) this.byType.set(node.type, [node]);
        else list.push(node);
      }
    }
  }

  /** When it is first asked for: an output that is only looked over for syntax errors has no need of names. */
  get scopes(): ScopeTable {
    this.scopeTable ??= analyzeScopes(this.roots, this.document.masked);
    return this.scopeTable;
  }

  get patchedAttributes(): ReadonlySet<string> {
    if (this.patched === undefined) {
      // What names mean is asked on the way.
      this.patched = new Set();
      this.patched = findPatchedAttributes(this);
    }
    return this.patched;
  }

  text(node: Range): string {
    return this.document.masked.slice(node.start, node.end);
  }

  calls(qualifiedName: string): readonly Call[] {
    requireModule(qualifiedName);
    this.index();
    return (this.callsByName.get(qualifiedName) ?? []).map((node) => this.call(node));
  }

  uses(qualifiedName: string): readonly Node[] {
    requireModule(qualifiedName);
    this.usesByName ??= findUses(this);
    return this.usesByName.get(qualifiedName) ?? [];
  }

  methodCalls(name: string): readonly Call[] {
    this.index();
    return (this.callsByMethod.get(name) ?? []).map((node) => this.call(node));
  }

  call(node: Node): Call {
    const known = this.callNodes.get(node);
    if (known !== undefined) return known;
    const call = takeApart(node, (part) => this.text(part));
    this.callNodes.set(node, call);
    return call;
  }

  *find(type: string, within?: Range): Iterable<Node> {
    const nodes = this.byType.get(type);
    if (nodes === undefined) {
      requireNodeType(type);
      return;
    }
    if (within === undefined) {
      yield* nodes;
      return;
    }
    for (let i = firstFrom(nodes, within.start); i < nodes.length; i++) {
      const node = nodes[i] as Node;
      if (node.start > within.end) return;
      if (node.end <= within.end) yield node;
    }
  }

  resolve(expression: Node): string | undefined {
    const meaning = this.meaning(expression);
    return meaning.certain ? meaning.name : undefined;
  }

  meaning(expression: Node): Meaning {
    const known = this.meanings.get(expression);
    if (known !== undefined) return known;
    const meaning = meaningOf(expression, this);
    this.meanings.set(expression, meaning);
    return meaning;
  }

  standing(node: Node): Standing {
    const known = this.standings.get(node);
    if (known !== undefined) return known;
    const standing = findStanding(node, this.document.masked);
    this.standings.set(node, standing);
    return standing;
  }

  importing(qualifiedName: string, at: Node): { readonly name: string; readonly edits: readonly Edit[] } {
    return planImport(this, qualifiedName, at);
  }

  private index(): void {
    if (this.indexed) return;
    this.indexed = true;
    for (const node of this.find('call')) {
      const callee = field(node, 'function');
      if (callee === undefined) continue;
      const name = this.resolve(callee);
      if (name !== undefined) add(this.callsByName, name, node);
      const method = callee.type === 'attribute' ? field(callee, 'attribute') : undefined;
      if (method !== undefined) add(this.callsByMethod, this.text(method), node);
    }
  }
}

/** `calls('open')` would never find anything, and nobody would know why. */
function requireModule(name: string): void {
  if (!name.includes('.') && isBuiltin(name)) throw new Error(`\`${name}\` is a builtin: ask for \`builtins.${name}\``);
}

/** Each identifier that is read, and each attribute of it, by what it means. */
function findUses(module: Module): ReadonlyMap<string, readonly Node[]> {
  const found = new Map<string, Node[]>();
  const references = module.scopes.scopes.flatMap(({ bindings }) =>
    [...bindings.values()].flatMap((binding) => binding.references),
  );
  for (const reference of [...references].sort((a, b) => a.start - b.start)) {
    for (let node: Node | undefined = reference; node !== undefined; node = attributeOf(node)) {
      const name = module.resolve(node);
      if (name !== undefined) add(found, name, node);
    }
  }
  return found;
}

/** `a.b` of `a` */
function attributeOf(node: Node): Node | undefined {
  return node.field === 'object' && node.parent?.type === 'attribute' ? node.parent : undefined;
}

/** The index of the first node that does not start before `start`; the nodes are in source order. */
function firstFrom(nodes: readonly Node[], start: number): number {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle] as Node).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function add(index: Map<string, Node[]>, name: string, node: Node): void {
  const list = index.get(name);
  if (list === undefined) index.set(name, [node]);
  else list.push(node);
}

/** `asyncio.run = …`: what hangs on an imported name is not what the module made it any more. */
function findPatchedAttributes(module: Module): ReadonlySet<string> {
  const names = new Set<string>();
  for (const assignment of module.find('assignment')) {
    const left = field(assignment, 'left');
    if (left?.type !== 'attribute' || field(left, 'object')?.type !== 'identifier') continue;
    const { name } = module.meaning(left);
    if (name !== undefined) names.add(name);
  }
  return names;
}
