import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Case, readCases, readSubfolders } from '../src/testing/cases.js';

/**
 * What `--to notebook` and `--to repl` are about, topic by topic: each has fixtures of both kinds, and all that a fixture says is
 * written is run by `npm run test:behaviour`, in a kernel, against what its source prints at home. There is none that cannot be.
 */
const root = join(__dirname, '../__testfixtures__');
const topics: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(join(root, 'to-notebook/topics.json'), 'utf8'),
);

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
    expect(written.filter(({ each }) => !runs(each)).map(({ id }) => id)).toEqual([]);
    expect(written.filter(({ each }) => runs(each)).length).toBeGreaterThanOrEqual(5);
  });
});
