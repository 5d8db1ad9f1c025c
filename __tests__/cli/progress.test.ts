import { createProgress } from '../../src/cli/progress.js';
import type { Terminal } from '../../src/cli/terminal.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** Files done at each time in milliseconds. @returns what was written. */
async function follow(
  columns: number | undefined,
  total: number,
  steps: readonly (readonly [at: number, done: number])[],
  quiet = false,
): Promise<readonly string[]> {
  const written: string[] = [];
  const terminal: Terminal = {
    environment: {},
    isTerminal: () => columns !== undefined,
    columns: () => columns,
    print: async ({ err = '' }) => void written.push(err),
    readStdin: async () => Buffer.alloc(0),
  };
  const progress = createProgress(total, terminal, quiet);
  let now = 0;
  for (const [at, done] of steps) {
    jest.advanceTimersByTime(at - now);
    now = at;
    await progress.at(done);
  }
  await progress.clear();
  await progress.clear();
  return written;
}

describe('progress', () => {
  it('tells how far the run is and how long it will take, and goes', async () => {
    expect(
      await follow(80, 4000, [
        [100, 40],
        [1000, 400],
        [1050, 420],
        [2000, 2000],
      ]),
    ).toEqual(['\r\u001b[K400 of 4,000 files, 9 s left', '\r\u001b[K2,000 of 4,000 files, 2 s left', '\r\u001b[K']);
  });

  it.each([
    [60_000, 10, 100, '9 min'],
    [60_000, 1, 300, '5 h'],
    [80_000, 99, 100, '1 s'],
  ])('after %d ms and %d of %d files: %s left', async (at, done, total, left) => {
    expect((await follow(80, total, [[at, done]]))[0]).toContain(`, ${left} left`);
  });

  it('never takes a second line', async () => {
    expect((await follow(12, 100, [[1000, 10]]))[0]).toBe('\r\u001b[K10 of 100 f');
  });

  it.each([
    ['into a pipe', undefined, false],
    ['with --quiet', 80, true],
  ])('writes nothing %s', async (_, columns, quiet) => {
    expect(
      await follow(
        columns,
        100,
        [
          [1000, 10],
          [2000, 20],
        ],
        quiet,
      ),
    ).toEqual([]);
  });

  it('writes nothing for a run that is over at once', async () => {
    expect(
      await follow(80, 100, [
        [100, 50],
        [400, 100],
      ]),
    ).toEqual([]);
  });
});
