import {
  ancestors,
  atLeast,
  type Call,
  defineTransform,
  diagnose,
  insertAt,
  type Module,
  type Node,
  rewrite,
} from '../src/index.js';

/** What makes the loop of a policy. */
const FACTORIES: Readonly<Record<string, string>> = {
  'uvloop.EventLoopPolicy': 'uvloop.new_event_loop',
  'winloop.EventLoopPolicy': 'winloop.new_event_loop',
  'asyncio.WindowsSelectorEventLoopPolicy': 'asyncio.SelectorEventLoop',
  'asyncio.WindowsProactorEventLoopPolicy': 'asyncio.ProactorEventLoop',
};

/** Functions that ask for a loop, or set the policy, besides the one run. */
const OTHERS = ['asyncio.get_event_loop', 'asyncio.new_event_loop', 'asyncio.Runner', 'asyncio.get_event_loop_policy'];

/**
 *     asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())   →  (gone)
 *     asyncio.run(main())                                       →  asyncio.run(main(), loop_factory=uvloop.new_event_loop)
 *
 * From Python 3.12, where the file has one run and makes no other loop. Unsafe: other modules may make loops too.
 */
export const eventLoopPolicyToLoopFactory = defineTransform({
  name: 'event-loop-policy-to-loop-factory',
  summary: 'a policy that is set for one run to `loop_factory=` (unsafe; Python 3.12)',
  *apply(module, _options, { python }) {
    for (const call of module.calls('asyncio.set_event_loop_policy')) {
      const reason = findReason(call, module);
      const old = atLeast(python, '3.12') ? undefined : `it is new in Python 3.12, and this is for ${python}`;
      if (old !== undefined || reason !== undefined) {
        yield diagnose(call.node, 'LS391', module.text(call.node), old ?? reason ?? '');
        continue;
      }
      const [run] = module.calls('asyncio.run') as readonly [Call];
      const factory = module.importing(factoryOf(call, module) as string, run.node);
      const last = [...run.args, ...run.keywords.values()].reduce((a, b) => (a.end > b.end ? a : b));
      const edits = [...factory.edits, insertAt(last.end, `, loop_factory=${factory.name}`)];
      yield rewrite(call.node, 'pass `loop_factory=` to the run', edits, {
        safety: 'unsafe',
        removes: [call.node.parent as Node],
      });
    }
  },
});

function findReason(call: Call, module: Module): string | undefined {
  const runs = module.calls('asyncio.run');
  const [run] = runs;
  if (factoryOf(call, module) === undefined) return 'what makes its loops is not known';
  if (run === undefined || runs.length > 1) return `the file calls \`asyncio.run\` ${runs.length} times`;
  if (run.unpacks || run.args.length !== 1 || run.keywords.has('loop_factory'))
    return 'the arguments of the run are in the way';
  if (run.node.start < call.node.start) return 'the run stands in front of it';
  const other = OTHERS.find((name) => module.calls(name).length > 0);
  if (other !== undefined) return `the file calls \`${other}\` too`;
  const isPlain = call.node.parent?.type === 'expression_statement';
  // if sys.platform == 'win32': asyncio.set_event_loop_policy(…)   A cell in front of that of the run is on the way.
  const block = blockOf(call.node);
  const isOnTheWay = block.type === 'module' || [...ancestors(run.node)].includes(block);
  return isPlain && isOnTheWay ? undefined : 'it may not be set when the run begins';
}

function factoryOf(call: Call, module: Module): string | undefined {
  const [policy] = call.args;
  if (policy?.type !== 'call' || call.args.length !== 1) return undefined;
  const made = module.call(policy);
  return made.args.length === 0 ? FACTORIES[module.resolve(made.function) ?? ''] : undefined;
}

function blockOf(node: Node): Node {
  return [...ancestors(node)].find((up) => up.type === 'block' || up.type === 'module') ?? node;
}
