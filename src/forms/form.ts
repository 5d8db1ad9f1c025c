import type { Diagnostic } from '../findings.js';
import type { Module } from '../python/module.js';
import type { Node } from '../python/node.js';
import type { Binding } from '../python/scopes.js';
import type { Standing } from '../python/standing.js';
import type { PythonVersion } from '../python/version.js';
import type { Edit, Range } from '../text.js';

export type FormName =
  | 'run'
  | 'await'
  | 'guard'
  | 'run-until-complete'
  | 'main'
  | 'runner'
  | 'bridge'
  | 'nest-asyncio'
  | 'run-forever'
  | 'uvloop'
  | 'anyio'
  | 'trio'
  | 'tornado'
  | 'run-coroutine-threadsafe'
  | 'async-to-sync'
  | 'twin'
  | 'wrapper';

/**
 * The canonical record of one place where synchronous code drives a coroutine, whatever way it does so.
 *
 *     asyncio.run(main(), debug=True)   node: the call   coroutine: `main()`   options: { debug }
 *     loop.run_until_complete(main())   node: the call   coroutine: `main()`   loop: what is known of `loop`
 *     await main()                      node: the await  coroutine: `main()`
 *     async with lock: …                node: the with statement   usage: 'async-with'
 *     try: get_running_loop() …         node: the inner run of the no-loop arm   around: edits that take the guard away
 */
export interface RunSite {
  readonly form: FormName;
  /** What a rewrite replaces: an expression, or a statement where `usage` says so. */
  readonly node: Node;
  /** What is driven; its text is kept verbatim. Absent for `async with`, `async for`, and where it cannot be seen. */
  readonly coroutine: Node | undefined;
  /**
   * Edits inside `node` that leave an expression for the coroutine where its text does not simply stand
   * between what goes; `coroutine` is absent then, unless it is in there as it is.
   *
   *     anyio.run(main, 1)    →  main(1)
   *     agent.run_sync(q)     →  agent.run(q)
   */
  readonly operand?: readonly Edit[];
  /** Where the site stands, if not where `node` does: the thread that is started, not the function it runs. */
  readonly place?: Node;
  readonly usage: Usage;
  /** `debug=`, `loop_factory=`, `context=`: carried over or refused; only literal defaults are dropped. */
  readonly options: ReadonlyMap<string, Node>;
  readonly standing: Standing;
  /** The loop the site names; sites with the same key share it and convert together. */
  readonly loop: LoopReference | undefined;
  /** Where the site begins and ends as a person sees it (a whole guard); reports point at its start. */
  readonly extent: Range;
  /** Edits that take away what surrounds `node` and serves this site only: a guard's question and its other arm. */
  readonly around: readonly Edit[];
  /** Statements that serve only this site, or only sites of its group: `loop = …`, `loop.close()`. */
  readonly scaffolding: readonly Node[];
  /** Statements that go once nothing reads what they bind: a flag that several guards ask for, a helper and its last call. */
  readonly prunes?: readonly Node[];
  /**
   * Set where the site does what it should with and without a running loop, and may stay wherever it stands:
   * `waits` for its end either way (a thread), or only hands a `task` to the loop.
   */
  readonly portable?: 'waits' | 'task';
  /** What is wrong with it as it stands, though its meaning is clear: a rewrite mends it. */
  readonly flaw?: Diagnostic;
  /** Every node that belongs to this site, so that no less specific form counts it again: both arms of a guard. */
  readonly claims?: readonly Node[];
  /** Set where the site cannot be converted, whatever the target: it is recognised so that it can be reported. */
  readonly refusal: Diagnostic | undefined;
  /** Set where no other form can be written of it, though it may be right as it stands. */
  readonly obstacle?: Diagnostic;
}

export type Usage = 'statement' | 'value' | 'async-with' | 'async-for' | 'async-comprehension';

/** What a legacy site says of the loop it uses. */
export interface LoopReference {
  /**
   * - `private`: made, used and closed in sight (`new_event_loop`, or `get_event_loop` with every use in view).
   * - `current`: whatever `get_event_loop()` gives, asked on the spot.
   * - `foreign`: a parameter, an attribute, a name from elsewhere: others may share it.
   */
  readonly kind: 'private' | 'current' | 'foreign';
  /** The variable that holds it; absent for `asyncio.get_event_loop().run_until_complete(…)`. */
  readonly binding: Binding | undefined;
  /** Equal for sites on one loop. */
  readonly key: string;
  /** How it is made: `new_event_loop()`, `get_event_loop()`, `get_running_loop()`, a Runner's `get_loop()`; `unknown` for a foreign one. */
  readonly origin: 'new' | 'get' | 'running' | 'runner' | 'unknown';
  /** The expressions that make it. */
  readonly makers: readonly Node[];
  /** Statements that make, set and close it, and nothing else. */
  readonly scaffolding: readonly Node[];
  /** Edits that take away what is wrapped around other code for its sake: `finally: loop.close()`. */
  readonly around: readonly Edit[];
  /** The statement that `around` takes away whole, where an `asyncio.Runner` could stand in its place. */
  readonly wrapper: LoopWrapper | undefined;
  /** Reads of the variable that are neither run sites nor scaffolding: `loop.create_task(bg())`. */
  readonly leftovers: readonly Node[];
  /** It is closed in sight. */
  readonly isClosed: boolean;
  /** The argument of `loop.set_debug(…)`. */
  readonly debug: Node | undefined;
}

/** `try: … finally: loop.close()`, `with contextlib.closing(asyncio.new_event_loop()) as loop: …` */
export interface LoopWrapper {
  readonly statement: Node;
  /** The text of its head, without the colon: `try`, `with closing(…) as loop`. */
  readonly head: Range;
  /** Edits that take away the rest of it: the `finally`. */
  readonly rest: readonly Edit[];
}

/** What a form writes for one site. */
export interface Draft {
  readonly edits: readonly Edit[];
  /** Statements that go with it. Kept apart from `edits`: whether a body is left empty depends on what else goes. */
  readonly removes?: readonly Node[];
  /** Statements that go with it where nothing reads what they bind any more, once all edits are made. */
  readonly prunes?: readonly Node[];
}

/** One way of driving a coroutine: how it is recognised, and how it is written. */
export interface Form {
  readonly name: FormName;
  readonly summary: string;
  /** First CPython that has it. */
  readonly since: PythonVersion;
  recognize(module: Module, settings: RecognizeSettings): Iterable<RunSite>;
  /** Absent: recognised, never written. A Diagnostic says what it cannot carry. */
  readonly write?: (site: RunSite, context: WriteContext) => Draft | Diagnostic;
}

export interface RecognizeSettings {
  readonly runWrappers: readonly string[];
  readonly twins: readonly string[];
}

export interface WriteContext {
  readonly module: Module;
  readonly python: PythonVersion;
  /** All of the module, converted or not: what is added once has to stand in front of the first. */
  readonly sites: readonly RunSite[];
}

/** Tells a refusal from what it stands in place of. */
export function isDiagnostic(value: object): value is Diagnostic {
  return 'kind' in value && value.kind === 'diagnostic';
}
