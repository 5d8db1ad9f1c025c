import { commentsIn, insertAt, replace } from '../edits.js';
import type { Call } from '../python/call.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { type Edit, indentation, lineBreak } from '../text.js';
import type { Draft } from './form.js';
import { startsLine } from './layout.js';

/**
 * Runs that are told what makes their loop, and the statement that goes for it. What is said inside of a test that goes is kept.
 *
 *     if sys.platform == "win32":                            # the driver wants a selector
 *         # the driver wants a selector                 →    asyncio.run(main(), loop_factory=asyncio.SelectorEventLoop)
 *         asyncio.set_event_loop_policy(…)
 *     asyncio.run(main())
 */
export function writeFactory(
  {
    statement,
    factory,
    runs,
  }: { readonly statement: Node; readonly factory: string | undefined; readonly runs: readonly Call[] },
  module: Module,
): Draft {
  const told = factory === undefined ? [] : runs.flatMap((run) => tell(run, factory, module));
  const comments = statement.type === 'if_statement' ? commentsIn(module, statement) : [];
  if (comments.length === 0) return { edits: told, removes: [statement] };
  const { code } = module.document;
  const line = lineBreak(code) + indentation(code, statement.start);
  const [gap = ''] = /^[ \t]*(?=#)/.exec(code.slice(statement.end)) ?? [];
  const { start, end } = statement;
  const kept = comments.join(line) + (gap === '' ? '' : line);
  return { edits: [...told, replace({ start, end: end + gap.length }, kept)] };
}

function tell(run: Call, factory: string, module: Module): readonly Edit[] {
  const { name, edits } = module.importing(factory, run.node);
  const argument = `loop_factory=${name}`;
  const list = field(run.node, 'arguments') as Node;
  const last = list.children.findLast((child) => child.type !== 'comment');
  if (last === undefined) return [...edits, insertAt(list.start + 1, argument)];
  // asyncio.run(⏎    main(),⏎    debug=True,⏎)   a line for each
  const { code } = module.document;
  const gap = startsLine(code, last.start) ? lineBreak(code) + indentation(code, last.start) : ' ';
  return [...edits, insertAt(last.end, `,${gap}${argument}`)];
}
