import type { Module } from '../python/module.js';
import { ancestors, field, type Node } from '../python/node.js';

/**
 * The `except KeyboardInterrupt` around a node. Around an await it no longer fires: the kernel's interrupt arrives as
 * CancelledError (semantics.md §1.108, rule 29). A bare `except` and `except BaseException` catch that as well.
 *
 *     try: asyncio.run(main())
 *     except KeyboardInterrupt: print('bye')
 */
export function findInterruptHandler(node: Node, module: Module): Node | undefined {
  let child = node;
  for (const up of ancestors(node)) {
    if (up.type === 'function_definition' || up.type === 'lambda') return undefined;
    if (up.type === 'try_statement' && child.field === 'body') {
      const clause = up.children.find((each) => each.type === 'except_clause' && namesInterrupt(each, module));
      if (clause !== undefined) return clause;
    }
    child = up;
  }
  return undefined;
}

function namesInterrupt(clause: Node, module: Module): boolean {
  const value =
    field(clause, 'value') ?? clause.children.find((child) => child.type !== 'block' && child.type !== 'comment');
  return value !== undefined && /\bKeyboardInterrupt\b/.test(module.text(value));
}

/** The file raises the interrupt itself: `raise KeyboardInterrupt`, `signal.raise_signal(SIGINT)`, `os.kill(…, SIGINT)`. */
export function findOwnInterrupt(module: Module): Node | undefined {
  const raised = [...module.find('raise_statement')].find((node) =>
    /^raise\s+KeyboardInterrupt\b/.test(module.text(node)),
  );
  if (raised !== undefined) return raised;
  const sent = ['signal.raise_signal', 'os.kill', 'signal.pthread_kill'].flatMap((name) => module.calls(name));
  const own = sent.find(({ node }) => /\bSIGINT\b/.test(module.text(node)));
  return own?.node ?? module.calls('_thread.interrupt_main')[0]?.node;
}
