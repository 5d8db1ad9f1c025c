import { diagnostic } from '../diagnostics.js';
import { indent } from '../edits.js';
import type { Diagnostic } from '../findings.js';
import { freshName } from '../python/imports.js';
import type { Module } from '../python/module.js';
import { field, type Node, statementOf, unparenthesized } from '../python/node.js';
import { enclosingFunction, findRepetitions } from '../python/standing.js';
import {
  addAll,
  contains,
  type Edit,
  indentation,
  indentUnit,
  lineBreak,
  lineEnd,
  lineStart,
  type Range,
} from '../text.js';
import { type Draft, isDiagnostic, type LoopReference, type RunSite } from './form.js';
import { classifyOperand } from './future.js';
import { isGuess, writeInnerMain } from './inner-main.js';
import { isHandedOver, isInCoroutine, mindsClosing } from './loop-state.js';
import { writeCall } from './operand.js';
import { findRefusedOption } from './options.js';

/**
 * Several runs on one legacy loop, kept on one loop (§4.1-§4.19).
 *
 *     loop = asyncio.new_event_loop()           with asyncio.Runner() as runner:
 *     loop.run_until_complete(one())                runner.run(one())
 *     blocking()                                    blocking()
 *     loop.run_until_complete(two())                runner.run(two())
 *     loop.close()
 *
 * Where the runs are spread over functions, the runner lives as long as the loop did:
 *
 *     loop = asyncio.get_event_loop()           runner = asyncio.Runner()
 *
 * Whatever else uses the loop goes on using it: `loop = runner.get_loop()`.
 *
 * @param all every site of the file
 */
export function writeRunnerSpan(
  sites: readonly RunSite[],
  all: readonly RunSite[],
  module: Module,
): Draft | Diagnostic {
  const [first] = sites as readonly [RunSite, ...RunSite[]];
  const crossed = findCrossed(sites, module);
  if (crossed !== undefined)
    return diagnostic(first.extent, 'LS306', nameOfLoop(first), `\`${crossed}\` runs in between`);
  const asked = distinctLoops(sites).flatMap(
    (loop) =>
      loop.leftovers.find((read) => mindsClosing(read, module) || (!loop.isClosed && isHandedOver(read, module))) ?? [],
  )[0];
  if (asked !== undefined)
    return diagnostic(first.extent, 'LS302', module.text(asked), `\`${module.text(asked.parent ?? asked)}\``);
  const name = nameOfRunner(first, all, module);
  const asyncio = module.importing('asyncio.Runner', first.node);
  const maker = `${asyncio.name}(${optionsOf(first, module)})`;
  const placed = placeAround(sites, name, maker, module) ?? placeAtMaker(sites, name, maker, module);
  if (placed === undefined)
    return diagnostic(first.extent, 'LS306', nameOfLoop(first), 'they stand in different functions');
  const edits = [...asyncio.edits, ...placed.edits];
  const counts = new Map<Node | undefined, number>();
  for (const site of sites) {
    // Coroutines of one block need names of their own
    const owner = enclosingFunction(site.node);
    const isNamed = isWrapped(site, placed, module);
    const nth = isNamed ? (counts.get(owner) ?? 0) : 0;
    if (isNamed) counts.set(owner, nth + 1);
    const draft = writeRun(site, module, name, placed, nth);
    if (isDiagnostic(draft)) return draft;
    addAll(edits, draft.edits);
  }
  return { edits, removes: placed.removes };
}

/** Two loops of one file are two runners: `runner`, `runner_2`. */
function nameOfRunner({ loop }: RunSite, all: readonly RunSite[], module: Module): string {
  const keys = [...new Set(all.flatMap((site) => (site.form === 'run-until-complete' ? (site.loop?.key ?? []) : [])))];
  const index = keys.indexOf(loop?.key ?? '');
  const base = freshName(module, 'runner');
  return index > 0 ? freshName(module, `${base}_${index + 1}`) : base;
}

/**
 * Another loop whose runs stand between those of this one: two `with` blocks cannot cross.
 *
 *     loop1.run_until_complete(a())
 *     loop2.run_until_complete(b())
 *     loop1.run_until_complete(c())
 *     loop2.run_until_complete(d())
 */
function findCrossed(sites: readonly RunSite[], module: Module): string | undefined {
  const own = new Set(sites.map((site) => site.loop?.binding));
  const from = Math.min(...sites.map((site) => site.node.start));
  const to = Math.max(...sites.map((site) => site.node.end));
  const receivers = module
    .methodCalls('run_until_complete')
    .map(({ node }) => field(field(node, 'function'), 'object'));
  const others = receivers.flatMap((receiver) => {
    const binding = receiver?.type === 'identifier' ? module.scopes.bindingOf(receiver) : undefined;
    return binding === undefined || own.has(binding) ? [] : [{ binding, at: receiver?.start ?? 0 }];
  });
  const crossed = others.find(
    ({ binding, at }) => from < at && at < to && others.some((each) => each.binding === binding && each.at !== at),
  );
  return crossed?.binding.name;
}

export function nameOfLoop(site: RunSite): string {
  return site.loop?.binding === undefined ? 'the current loop' : `the loop \`${site.loop.binding.name}\``;
}

export interface Placed {
  readonly edits: readonly Edit[];
  readonly removes: readonly Node[];
  /** The variable goes on holding the runner's loop. */
  readonly keepsLoop: boolean;
  /** Edits that indent or dedent the lines of the sites. */
  readonly shifts: readonly Edit[];
}

/** One run on a Runner that is called `name`. */
export function writeRun(
  site: RunSite,
  module: Module,
  name: string,
  { keepsLoop, shifts }: Placed,
  nth: number,
): Draft | Diagnostic {
  // loop.run_forever(), and somebody stops it
  if (site.form === 'run-forever') return { edits: [] };
  const options = new Map([...site.options].filter(([option]) => option !== 'debug' && option !== 'loop_factory'));
  const refused = findRefusedOption({ ...site, options }, module);
  if (refused !== undefined) return refused;
  const coroutine = site.coroutine as Node;
  if (isHeld(site, module) && keepsLoop) return { edits: [] };
  const context = copyContext(site, module);
  if (classifyOperand(coroutine, module) === 'coroutine' || isGuess(site, module))
    return { edits: [...context.edits, ...writeCall(site, module, `${name}.run`, context.text)] };
  const inner = writeInnerMain(site, module, { shifts, nth });
  if (isDiagnostic(inner)) return inner;
  const call = [
    { start: site.node.start, end: coroutine.start, text: `${name}.run(${inner.name}()` },
    { start: coroutine.end, end: site.node.end, text: `${context.text})` },
  ];
  return { edits: [...context.edits, ...inner.edits, ...call] };
}

/** `task = loop.create_task(f()); loop.run_until_complete(task)`: the runner's loop takes it as it is (§4.19). */
function isHeld(site: RunSite, module: Module): boolean {
  const coroutine = site.coroutine as Node;
  const operand = classifyOperand(coroutine, module);
  return operand === 'held-future' || (operand === 'unknown' && unparenthesized(coroutine).type !== 'call');
}

/** A coroutine is written around what it runs. */
function isWrapped(site: RunSite, { keepsLoop }: Placed, module: Module): boolean {
  if (site.coroutine === undefined || (keepsLoop && isHeld(site, module))) return false;
  return classifyOperand(site.coroutine, module) !== 'coroutine' && !isGuess(site, module);
}

/** A loop's runs each have a context of their own; a Runner's share one, made once, unless they are told (§4.8, §4.10). */
function copyContext(site: RunSite, module: Module): { readonly text: string; readonly edits: readonly Edit[] } {
  if (!usesContextVars(module)) return { text: '', edits: [] };
  const copy = module.importing('contextvars.copy_context', site.node);
  return { text: `, context=${copy.name}()`, edits: copy.edits };
}

/** The file sets a context variable. */
export function usesContextVars(module: Module): boolean {
  return module.calls('contextvars.ContextVar').length > 0 && module.methodCalls('set').length > 0;
}

function optionsOf(site: RunSite, module: Module): string {
  const options = [...site.options].filter(([, value]) => !/^(?:None|False)$/.test(module.text(value)));
  return options.map(([option, value]) => `${option}=${module.text(value)}`).join(', ');
}

/**
 * Where the loop is closed behind its runs: what else has hold of it may use it until then.
 *
 *     thread = Thread(target=loop.run_forever)
 *     …
 *     thread.join()
 *     loop.close()
 */
function closings(loops: readonly LoopReference[], runs: readonly Node[], module: Module): readonly Node[] {
  const closed = loops.flatMap((loop) => (loop.binding?.references ?? []).filter((read) => isClose(read, module)));
  return closed
    .map(statementOf)
    .filter(({ parent }) => parent !== undefined && runs.every((run) => contains(parent, run)));
}

/** `task.add_done_callback(lambda _: loop.stop())`: the lambda stands where the loop is, whenever it reads it. */
function outermostIn(owner: Node | undefined, read: Node): Node {
  let node = read;
  for (let up = enclosingFunction(node); up !== owner && up !== undefined; up = enclosingFunction(up)) node = up;
  return node;
}

/** One `with` around everything that runs on the loop, where all of it stands in one block. */
function placeAround(sites: readonly RunSite[], name: string, maker: string, module: Module): Placed | undefined {
  const loops = distinctLoops(sites);
  const [first] = sites as readonly [RunSite, ...RunSite[]];
  const owner = enclosingFunction(first.node);
  const uses = loops.flatMap((loop) =>
    loop.leftovers.filter((read) => !isInCoroutine(read)).map((read) => outermostIn(owner, read)),
  );
  const runs = sites.map((site) => findRepetitions(site.node).findLast((up) => !holdsMaker(up, site)) ?? site.node);
  const nodes = [...runs, ...uses, ...(uses.length > 0 ? closings(loops, runs, module) : [])];
  if (loops.length > 1 || nodes.some((node) => enclosingFunction(node) !== owner)) return undefined;
  const loop = loops[0] as LoopReference;
  // def get(x): return loop.run_until_complete(f(x))   each call runs on the loop that the module made
  if (loop.binding !== undefined && loop.makers.some((node) => enclosingFunction(node) !== owner)) return undefined;
  const keeping = isKept(loop, sites) ? `${loop.binding?.name} = ${name}.get_loop()` : undefined;
  const keepsLoop = keeping !== undefined;
  const head = `with ${maker} as ${name}`;
  const { wrapper } = loop;
  const { code } = module.document;
  const eol = lineBreak(code);
  if (wrapper !== undefined && nodes.every((node) => contains(wrapper.statement, node))) {
    const body = wrapper.statement.children.find((child) => child.field === 'body') as Node;
    const start = lineStart(code, body.start);
    if (keepsLoop && start <= wrapper.statement.start) return undefined;
    const line = keepsLoop ? [{ start, end: start, text: indentation(code, body.start) + keeping + eol }] : [];
    const edits: Edit[] = [{ ...wrapper.head, text: head }, ...wrapper.rest, ...line];
    return { edits, removes: loop.scaffolding, keepsLoop, shifts: [] };
  }
  const span = findSpan(nodes, module);
  if (span === undefined || holdsDefinition(span, module)) return undefined;
  const outer = indentation(code, span.start);
  const unit = indentUnit(code);
  const lines = [`${outer}${head}:`, ...(keepsLoop ? [outer + unit + keeping] : [])];
  // The line end stands by itself: whole lines that are inserted into an indented place are indented with it
  const opening = [lines.join(eol), eol].map((text): Edit => ({ start: span.start, end: span.start, text }));
  const shifts = [...loop.around, ...indent(module, span, unit)];
  const edits = [...opening, ...shifts];
  return { edits, removes: loop.scaffolding, keepsLoop, shifts };
}

/** `runner = asyncio.Runner()` in place of the module-level variable, `runner.close()` where the loop was closed. */
function placeAtMaker(sites: readonly RunSite[], name: string, maker: string, module: Module): Placed | undefined {
  const loops = distinctLoops(sites);
  const [loop] = loops;
  if (loop?.binding === undefined || loops.length > 1 || loop.binding.scope.kind !== 'module') return undefined;
  const isMaking = (statement: Node) => loop.makers.some((node) => contains(statement, node));
  const [home, ...others] = loop.scaffolding.filter(isMaking);
  if (home === undefined || enclosingFunction(home) !== undefined) return undefined;
  const { code } = module.document;
  const keeping = isKept(loop, sites) ? [`${loop.binding.name} = ${name}.get_loop()`] : [];
  const lines = [`${name} = ${maker}`, ...keeping].join(lineBreak(code) + indentation(code, home.start));
  const closing = loop.binding.references.filter((read) => isClose(read, module));
  const kept = loop.scaffolding.filter((statement) => closing.some((read) => contains(statement, read)));
  const inFinally = closing.filter((read) => !kept.some((statement) => contains(statement, read)));
  const edits: Edit[] = [
    { start: home.start, end: home.end, text: lines },
    ...kept.map((statement): Edit => ({ start: statement.start, end: statement.end, text: `${name}.close()` })),
    ...inFinally.map((read): Edit => ({ start: read.start, end: read.end, text: name })),
  ];
  const removes = [
    ...others,
    ...loop.scaffolding.filter((statement) => !isMaking(statement) && !kept.includes(statement)),
  ];
  return { edits, removes, keepsLoop: keeping.length > 0, shifts: [] };
}

/** Something besides the runs reads the variable that held the loop. */
function isKept({ leftovers }: LoopReference, sites: readonly RunSite[]): boolean {
  return leftovers.length > 0 || sites.some(({ form }) => form === 'run-forever');
}

function isClose(read: Node, module: Module): boolean {
  return /^close$/.test(module.text(read.parent?.children[1] ?? read)) && read.parent?.type === 'attribute';
}

function distinctLoops(sites: readonly RunSite[]): readonly LoopReference[] {
  const byName = new Map<unknown, LoopReference>();
  for (const { loop } of sites) if (loop !== undefined) byName.set(loop.binding ?? loop.key, loop);
  return [...byName.values()];
}

function holdsMaker(region: Node, site: RunSite): boolean {
  return site.loop?.origin === 'new' && site.loop.makers.some((maker) => contains(region, maker));
}

/** The lines of the statements, in the innermost block that holds them all, from the first to the last. */
function findSpan(nodes: readonly Node[], module: Module): Range | undefined {
  const { code } = module.document;
  const [first] = nodes as readonly [Node, ...Node[]];
  for (let block = statementOf(first).parent; block !== undefined; block = block.parent) {
    if (block.type !== 'block' && block.type !== 'module') continue;
    const home = block;
    if (!nodes.every((node) => contains(home, node))) continue;
    const touched = home.children.filter(
      (child) => child.type !== 'comment' && nodes.some((node) => contains(child, node)),
    );
    const [from, to] = [touched[0], touched[touched.length - 1]];
    if (from === undefined || to === undefined) return undefined;
    const end = Math.min(lineEnd(code, to.end), module.document.cellAt(to.start).end);
    const span = { start: lineStart(code, from.start), end };
    // a; loop.run_until_complete(b())   lines that are shared with other statements cannot move
    const shared =
      code.slice(span.start, from.start).trim() !== '' || /^[ \t]*;[ \t]*[^\s#]/.test(code.slice(to.end, span.end));
    return shared ? undefined : span;
  }
  return undefined;
}

function holdsDefinition(span: Range, module: Module): boolean {
  return ['function_definition', 'class_definition'].some((type) =>
    [...module.find(type)].some((node) => contains(span, node) && enclosingFunction(node) === undefined),
  );
}
