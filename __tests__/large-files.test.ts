import { convert } from '../src/index.js';
import { loadParser } from '../src/python/parser.js';

beforeAll(() => loadParser());

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Converts it, and says how much of the processor's time that took, in milliseconds. */
function timed(text: string): { readonly converted: number; readonly time: number } {
  const before = process.cpuUsage();
  const { sites } = convert({ path: 'a.py', text }, { to: 'notebook' });
  const { user, system } = process.cpuUsage(before);
  return { converted: sites.filter(({ status }) => status === 'converted').length, time: (user + system) / 1000 };
}

it('a list with more elements than a call has room for arguments', () => {
  const text = `import asyncio\n\nDATA = [${numbers(200_000).join(', ')}]\nasyncio.run(main())\n`;
  const { status, output } = convert({ path: 'a.py', text }, { to: 'notebook' });
  expect([status, output.slice(-13)]).toEqual(['changed', 'await main()\n']);
}, 60_000);

const SHAPES: readonly (readonly [string, (count: number) => string])[] = [
  [
    'sites',
    (count) =>
      numbers(count)
        .map((n) => `print(asyncio.run(get(${n})))\n`)
        .join(''),
  ],
  [
    'helpers',
    (count) =>
      numbers(count)
        .map((n) => `def f${n}():\n    return asyncio.run(get(${n}))\n\nprint(f${n}())\n`)
        .join(''),
  ],
];

it.each(SHAPES)(
  'many %s: four times as many take no square of the time',
  (_, shape) => {
    const text = (count: number) => `import asyncio\n\nasync def get(n):\n    return n\n\n${shape(count)}`;
    timed(text(400));
    const [half, whole] = [timed(text(400)), timed(text(1600))];
    expect([half.converted, whole.converted]).toEqual([400, 1600]);
    // Four times as many; sixteen times as long would be a square.
    expect(whole.time / half.time).toBeLessThan(10);
  },
  120_000,
);
