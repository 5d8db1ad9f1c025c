import type { Facts } from './analysis/facts.js';
import { findPolicyCalls, judgePolicy } from './analysis/policies.js';
import { diagnostic } from './diagnostics.js';
import { writeFactory } from './forms/loop-factory.js';
import type { Call } from './python/call.js';
import { atLeast } from './python/version.js';
import type { Finish, Target } from './targets/target.js';

/** What `from` calls it. */
export const POLICY = 'event-loop-policy';

const SINCE = '3.12';

/**
 * The last step to a script: what the sites have become is there to be read, and a policy that was set for them goes.
 *
 *     asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())   →  (gone)
 *     asyncio.run(main())                                       →  asyncio.run(main(), loop_factory=uvloop.new_event_loop)
 */
export const policies: Target = {
  name: 'script',
  summary: 'event loop policies give way to `loop_factory=`',
  since: SINCE,
  choose: () => ({ kind: 'keep' }),
  finish: (_, facts) => findPolicyCalls(facts.module).flatMap((call) => finishPolicy(call, facts)),
};

function finishPolicy(call: Call, facts: Facts): readonly Finish[] {
  const { module, python, settings } = facts;
  const text = module.text(call.node);
  if (!atLeast(python, SINCE)) {
    const why = `\`loop_factory=\` is new in Python ${SINCE}, and this is for ${python}`;
    return settings.from === undefined ? [] : [note(diagnostic(call.node, 'LS391', text, why))];
  }
  const verdict = judgePolicy(call, facts);
  if (verdict.kind === 'stays') {
    const isDeprecated = atLeast(python, '3.14');
    return [
      note(
        isDeprecated ? diagnostic(call.node, 'LS318', verdict.why) : diagnostic(call.node, 'LS391', text, verdict.why),
      ),
    ];
  }
  const { doubt, factory } = verdict;
  const summary =
    factory === undefined ? 'leave out a policy that says what holds anyway' : 'pass `loop_factory=` to the run';
  const draft: Finish = { form: POLICY, kind: 'draft', at: call.node, summary, draft: writeFactory(verdict, module) };
  return [
    doubt === undefined ? draft : { ...draft, safety: 'unsafe', caution: diagnostic(call.node, 'LS392', text, doubt) },
  ];
}

function note(each: ReturnType<typeof diagnostic>): Finish {
  return { form: POLICY, kind: 'note', note: each };
}
