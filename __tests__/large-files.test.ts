import { convert } from '../src/index.js';
import { loadParser } from '../src/python/parser.js';

beforeAll(() => loadParser());

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

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
  [
    'helpers that keep a bridge',
    (count) =>
      numbers(count)
        .map((n) => `def f${n}():\n    return asyncio.run(get(${n}))\n\n`)
        .join(''),
  ],
  [
    'runs on one loop',
    (count) =>
      `loop = asyncio.get_event_loop()\n${numbers(count)
        .map((n) => `print(loop.run_until_complete(get(${n})))\n`)
        .join('')}`,
  ],
  [
    'methods of one class',
    (count) =>
      `class A:\n${numbers(count)
        .map((n) => `    def m${n}(self):\n        return asyncio.run(get(${n}))\n\n`)
        .join('')}\na = A()\n${numbers(count)
        .map((n) => `a.m${n}()\n`)
        .join('')}`,
  ],
];

// By the square of their number, each would take minutes.
it.each(SHAPES)('thousands of %s in one file', (_, shape) => {
  const text = `import asyncio\n\nasync def get(n):\n    return n\n\n${shape(1600)}`;
  const { sites } = convert({ path: 'a.py', text }, { to: 'notebook' });
  expect(sites.filter(({ status }) => status === 'converted')).toHaveLength(1600);
});
