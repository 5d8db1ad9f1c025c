import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Case, readCases, readSubfolders } from '../src/testing/cases.js';

/**
 * What `--to notebook` and `--to repl` are about, topic by topic: each has fixtures of both kinds, and what a fixture says that is
 * written is run by `npm run test:behaviour`, in a kernel, against what its source prints at home.
 */
const root = join(__dirname, '../__testfixtures__');
const topics: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(join(root, 'to-notebook/topics.json'), 'utf8'),
);

/** Cases that are written and cannot run at all, each with what stands for it. */
const NOWHERE: Readonly<Record<string, string>> = {
  'to-notebook/clear-errors/stale': 'a cell fails on purpose; to-notebook/clear-errors/stale-and-mended runs',
  'to-notebook/effects/decimal-inside': 'kernels share one decimal context; to-notebook/effects/context-variable runs',
  'to-notebook/effects/decimal-precision':
    'kernels share one decimal context; to-notebook/effects/context-of-a-cell runs',
  'to-notebook/magics/autoawait-trio': 'trio.run() at home, inside the trio of the magic, fails',
  'to-notebook/magics/capture-of-a-library': 'it needs anyio; to-notebook/magics/capture runs',
  'to-notebook/magics/run-magic': 'it needs another file',
  'to-notebook/magics/text-that-is-run': 'what is left in text fails on purpose; to-notebook/magics/capture runs',
  'to-notebook/magics/time-written-out': 'its times differ; to-notebook/magics/capture-with-a-helper runs',
  'to-notebook/nest-asyncio/installed': 'it installs packages; to-notebook/nest-asyncio/magics runs',
  'to-notebook/nest-asyncio/quiet-libraries': 'it fetches a page; to-notebook/nest-asyncio/plain runs',
  'to-notebook/nest-asyncio/unknown-library-unsafe': 'a module of its own; to-notebook/nest-asyncio/wrapped runs',
  'to-notebook/nest-asyncio/with-loop-kept': 'a module of its own; to-notebook/nest-asyncio/with-loop runs',
  'to-notebook/percent/capture-before-a-cell': 'magics in a .py; to-notebook/magics/capture runs',
  'to-notebook/percent/cells': 'magics in a .py; to-notebook/percent/databricks runs',
  'to-notebook/percent/time-before-a-cell': 'its times differ; to-notebook/percent/databricks runs',
  'to-notebook/promotion/open-to-importers':
    'nothing in it is called; to-notebook/promotion/called-from-async-def runs',
  'to-notebook/run-forever/setup-first': 'it serves until it is interrupted',
  'to-notebook/run-forever/start-server': 'it serves until it is interrupted',
  'to-notebook/run-forever/try-around-it-goes-too': 'it serves until it is interrupted',
};

const cases = ['to-notebook', 'to-repl'].flatMap((target) =>
  ['', ...readSubfolders(join(root, target))].flatMap((below) =>
    readCases(join(root, target, below), {}).map((each) => ({ id: join(target, below, each.name), each })),
  ),
);

function runs(each: Case): boolean {
  return each.options.behaviour === undefined;
}

describe.each(Object.entries(topics))('fixtures about %s', (_, prefixes) => {
  const own = cases.filter(({ id }) => prefixes.some((prefix) => id.startsWith(prefix)));
  const written = own.filter(({ each }) => !each.isNoOp);

  it('are at least five, some of them left as they are', () => {
    expect(own.length).toBeGreaterThanOrEqual(5);
    expect(own.some(({ each }) => each.isNoOp)).toBe(true);
  });

  it('are run where they are written', () => {
    expect(written.filter(({ id, each }) => !runs(each) && NOWHERE[id] === undefined).map(({ id }) => id)).toEqual([]);
    expect(written.filter(({ each }) => runs(each)).length).toBeGreaterThanOrEqual(5);
  });
});

it('what stands for a case that cannot run is there', () => {
  for (const [id, why] of Object.entries(NOWHERE)) {
    expect(cases.filter((each) => each.id === id && !runs(each.each)).map(() => id)).toEqual([id]);
    const stands = /to-notebook\/\S+/.exec(why)?.[0];
    const options = ['.input.py', '.input.ipynb'].map((end) => join(root, `${stands}${end}`));
    if (stands !== undefined) expect([stands, options.some((path) => existsSync(path))]).toEqual([stands, true]);
  }
});
