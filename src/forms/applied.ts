import { diagnostic } from '../diagnostics.js';
import type { Call } from '../python/call.js';
import type { Module } from '../python/module.js';
import { field, fields, type Node, unparenthesized } from '../python/node.js';
import type { Edit } from '../text.js';
import type { RunSite } from './form.js';
import { needsParentheses, unwrap } from './operand.js';

/**
 * What drivers make their coroutine of that take a function and its arguments (semantics.md §9.18, rule 45).
 *
 *     anyio.run(main, 1)                        →  main(1)
 *     anyio.run(functools.partial(main, k=1))   →  functools.partial(main, k=1)()
 *     loop.run_sync(lambda: main(1))            →  main(1)
 *     anyio.run(main())                         refused: a coroutine where the function belongs (LS802)
 *
 * @param driver The driver as a person would name it, for messages.
 */
export function applyFunction(call: Call, driver: string, module: Module): Pick<RunSite, 'obstacle' | 'operand'> {
  const [given, ...args] = call.args;
  if (given === undefined || given.type.endsWith('_splat')) return { obstacle: diagnostic(call.node, 'LS208') };
  const fn = unparenthesized(given);
  if (fn.type === 'call' && !isPartial(fn, module)) return { obstacle: diagnostic(call.node, 'LS802', driver) };
  const last = args.at(-1) ?? given;
  if ([...call.keywords.values()].some((value) => value.start < last.end)) {
    return { obstacle: diagnostic(call.node, 'LS208') };
  }
  const edits = fn.type === 'lambda' && args.length === 0 ? openLambda(call, fn, module) : undefined;
  const operand = edits ?? applyTo(call, given, args, module);
  // anyio.run(main,  # why⏎    1)   a comment is never lost
  if (operand.some((edit) => module.text(edit).includes('#'))) return { obstacle: diagnostic(call.node, 'LS803') };
  return { operand };
}

function applyTo(call: Call, fn: Node, args: readonly Node[], module: Module): readonly Edit[] {
  const { start, end } = call.node;
  const [open, close] = needsParentheses(fn, module) ? ['(', ')'] : ['', ''];
  const [first] = args;
  const last = args.at(-1);
  if (first === undefined || last === undefined) {
    return [
      { start, end: fn.start, text: open },
      { start: fn.end, end, text: `${close}()` },
    ];
  }
  return [
    { start, end: fn.start, text: open },
    { start: fn.end, end: first.start, text: `${close}(` },
    { start: last.end, end, text: ')' },
  ];
}

/** `lambda: main(1)` is called with nothing: its body is what runs. */
function openLambda(call: Call, fn: Node, module: Module): readonly Edit[] | undefined {
  const body = field(fn, 'body');
  if (body === undefined || fields(fn, 'parameters').length > 0 || [...module.find('yield', body)].length > 0)
    return undefined;
  return unwrap(call.node, body, module);
}

function isPartial(node: Node, module: Module): boolean {
  return module.resolve(field(node, 'function') as Node) === 'functools.partial';
}
