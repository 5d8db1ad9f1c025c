import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { Call } from '../python/call.js';
import type { Module } from '../python/module.js';
import { field, type Node, statementOf } from '../python/node.js';
import type { Range } from '../text.js';
import { findLoopMaker } from './loop.js';
import { findInstallLines } from './pip-line.js';

/**
 * `nest_asyncio` (and its successor `nest_asyncio2`), which lets a running loop be run again. It is no run site: it belongs to
 * the file, and goes when nothing needs it any more (semantics.md §8.12-§8.16, rule 62).
 *
 *     import nest_asyncio⏎nest_asyncio.apply()              both statements, or the one name of several
 *     from nest_asyncio import apply as patch⏎patch(loop)   with a loop that is merely named
 *     __import__("nest_asyncio").apply()
 *     try:                                                   the whole statement
 *         import nest_asyncio; nest_asyncio.apply()
 *     except ImportError: pass
 *     if 'google.colab' in sys.modules: nest_asyncio.apply() the whole statement, where its test has no effect
 *     !pip install -q nest-asyncio                           the line, or the word where others are installed too
 *     #nest_asyncio.apply()                                  a comment stays
 */
export interface NestAsyncio {
  /** `nest_asyncio` or `nest_asyncio2`. */
  readonly package: string;
  /** The first `apply()`. */
  readonly at: Range;
  readonly calls: readonly Call[];
  /** Statements that go whole. Imports go by themselves once nothing reads them. */
  readonly removes: readonly Node[];
  /** Why it cannot be taken away, whatever needs it. */
  readonly obstacle: Diagnostic | undefined;
}

const PACKAGE = /^nest_asyncio2?(?=\.|$)/;
const APPLY = /^nest_asyncio2?\.apply$/;

export function findNestAsyncio(module: Module): NestAsyncio | undefined {
  const calls: Call[] = [];
  let unsure: Node | undefined;
  for (const node of module.find('call')) {
    const callee = field(node, 'function') as Node;
    const meaning = module.meaning(callee);
    if (!APPLY.test(meaning.name ?? '')) continue;
    calls.push(module.call(node));
    if (!meaning.certain) unsure ??= callee;
  }
  const [first] = calls;
  if (first === undefined) return undefined;
  const name = PACKAGE.exec(module.meaning(first.function).name ?? '')?.[0] as string;
  const obstacle = unsure ?? calls.map((call) => findOddCall(call, module)).find((odd) => odd !== undefined);
  const pieces = new Set([...calls.map((call) => statementOf(call.node)), ...findMadeImports(module)]);
  const other = obstacle ?? findOtherUse(pieces, module) ?? findTornTry(pieces, module);
  return {
    package: name,
    at: first.node,
    calls,
    removes: lift(pieces, module),
    obstacle: other && diagnostic(first.node, 'LS654', shorten(module.text(other))),
  };
}

/** `x = nest_asyncio.apply()`, `apply(make_loop())`: more than the patch happens there. */
function findOddCall(call: Call, module: Module): Node | undefined {
  const statement = statementOf(call.node);
  const alone = statement.type === 'expression_statement' && statement.children.length === 1;
  if (!alone || statement.children[0] !== call.node) return statement;
  const given = [...call.args, ...call.keywords.values()];
  const isPlain = ({ type }: Node) => type === 'identifier' || type === 'attribute' || type === 'none';
  return given.find((value) => !isPlain(value) && findLoopMaker(value, module) === undefined);
}

/** `nest_asyncio = __import__("nest_asyncio")` */
function findMadeImports(module: Module): readonly Node[] {
  const definitions = module.scopes.scopes.flatMap((scope) =>
    [...scope.bindings.values()].flatMap((binding) => binding.definitions),
  );
  return definitions.flatMap(({ kind, value, statement }) => {
    const isCall = kind === 'assignment' && value?.type === 'call';
    return isCall && PACKAGE.test(module.meaning(value).name ?? '') ? [statement] : [];
  });
}

/** A use of the package that is no `apply()`: `nest_asyncio.apply = …`, `from nest_asyncio import asyncio`. */
function findOtherUse(pieces: ReadonlySet<Node>, module: Module): Node | undefined {
  for (const scope of module.scopes.scopes) {
    for (const { definitions, references } of scope.bindings.values()) {
      const ours = definitions.filter(({ qualifiedName }) => PACKAGE.test(qualifiedName ?? ''));
      const strange = ours.find(({ qualifiedName }) => !/^nest_asyncio2?(?:\.apply)?$/.test(qualifiedName ?? ''));
      if (strange !== undefined) return strange.statement;
      if (ours.length === 0) continue;
      const used = references.find((read) => !pieces.has(statementOf(read)));
      if (used !== undefined) return statementOf(used);
    }
  }
  return undefined;
}

/**
 * `try: import nest_asyncio; FLAG = True⏎except ImportError: FLAG = False`: what the handler does says that the package is
 * missing, and the rest of the file may ask.
 */
function findTornTry(pieces: ReadonlySet<Node>, module: Module): Node | undefined {
  const imports = [...module.find('import_statement'), ...module.find('import_from_statement')];
  for (const statement of imports.filter((each) => isOwnImport(each, module))) {
    const block = statement.parent;
    const owner = block?.parent;
    if (owner?.type !== 'try_statement' || block?.field !== 'body' || isWholly(owner, pieces, module)) continue;
    const catches = owner.children.some(
      (child) => child.type === 'except_clause' && /ImportError|ModuleNotFoundError/.test(headOf(child, module)),
    );
    if (catches) return owner;
  }
  return undefined;
}

/** Where nothing but such statements stand in a `try`, an `if` or a `with suppress()`, the whole of it goes. */
function lift(pieces: ReadonlySet<Node>, module: Module): readonly Node[] {
  const lifted = new Set<Node>();
  for (const piece of pieces) {
    let top = piece;
    for (let up = top.parent?.parent; up !== undefined; up = top.parent?.parent) {
      if (!isWholly(up, pieces, module)) break;
      top = statementOf(up);
    }
    lifted.add(top);
  }
  return [...lifted];
}

function isWholly(node: Node, pieces: ReadonlySet<Node>, module: Module): boolean {
  const goes = (block: Node | undefined) =>
    block !== undefined && statementsOf(block).every((statement) => isIdle(statement, pieces, module));
  switch (node.type) {
    case 'try_statement':
      return goes(field(node, 'body')) && node.children.every((child) => isIdleClause(child, goes));
    case 'if_statement': {
      const others = node.children.filter((child) => child.field === 'alternative');
      return goes(field(node, 'consequence')) && others.length === 0 && isPure(field(node, 'condition'), module);
    }
    case 'with_statement':
      return goes(field(node, 'body')) && /^(?:async\s+)?with\s+(?:contextlib\.)?suppress\(/.test(module.text(node));
    default:
      return false;
  }
}

function isIdleClause(child: Node, goes: (block: Node | undefined) => boolean): boolean {
  if (child.type === 'comment' || child.type === 'block') return true;
  if (child.type !== 'except_clause' && child.type !== 'else_clause') return false;
  return goes(child.children.find((each) => each.type === 'block'));
}

/** What may go with the patch: `pass`, a message, the installation, the import, the patch itself. */
function isIdle(statement: Node, pieces: ReadonlySet<Node>, module: Module): boolean {
  if (pieces.has(statement) || statement.type === 'pass_statement' || isOwnImport(statement, module)) return true;
  if (statement.type === 'try_statement' || statement.type === 'if_statement')
    return isWholly(statement, pieces, module);
  if (findInstallLines(module).some((line) => line.statement === statement && line.isOnly)) return true;
  // print("no nest_asyncio"), logger.debug("nest_asyncio applied")
  const [call] = statement.type === 'expression_statement' ? statement.children : [];
  if (call?.type !== 'call') return false;
  const isMessage = /^(?:print|(?:logging|logger|log|warnings)\.\w+)$/.test(
    module.text(field(call, 'function') as Node),
  );
  return isMessage && !/\b(?:await|=)\b/.test(module.text(call)) && module.call(call).args.every(isPlainText);
}

function isPlainText(node: Node): boolean {
  return node.type === 'string' || node.type === 'identifier';
}

/** An import of the package and of nothing else. */
function isOwnImport(statement: Node, module: Module): boolean {
  if (statement.type === 'import_statement') {
    const names = statement.children.filter((child) => child.field === 'name');
    return names.length > 0 && names.every((name) => PACKAGE.test(module.text(name).split(/\s/)[0] as string));
  }
  return (
    statement.type === 'import_from_statement' && PACKAGE.test(module.text(field(statement, 'module_name') as Node))
  );
}

const QUESTIONS = /^(?:is_running|get|get_event_loop|get_running_loop|hasattr|isinstance|type|bool|globals|locals)$/;

/** Asking it changes nothing: names, comparisons, `loop.is_running()`, `'x' in sys.modules`. */
function isPure(test: Node | undefined, module: Module): boolean {
  if (test === undefined || /:=|\b(?:await|yield|lambda)\b/.test(module.text(test))) return false;
  return [...module.find('call', test)].every((call) => {
    const callee = field(call, 'function') as Node;
    const name = callee.type === 'attribute' ? field(callee, 'attribute') : callee;
    return name !== undefined && QUESTIONS.test(module.text(name));
  });
}

function statementsOf(block: Node): readonly Node[] {
  return block.children.filter((child) => child.type !== 'comment');
}

function headOf(clause: Node, module: Module): string {
  const block = clause.children.find((child) => child.type === 'block');
  return module.text({ start: clause.start, end: block?.start ?? clause.end });
}

function shorten(text: string): string {
  const [line = ''] = text.split(/\r?\n/);
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
