import * as fc from 'fast-check';
import { mayHoldSite } from '../../src/batch/prefilter.js';
import { scan } from '../../src/convert.js';
import { TARGET_NAMES } from '../../src/options.js';
import { loadParserSync } from '../../src/python/parser.js';
import { interactive, script } from '../support/programs.js';

/** Runs of each property; `LOOPSHIFT_RUNS=5000` looks harder. */
const numRuns = Number(process.env.LOOPSHIFT_RUNS ?? 400);
/** The same programs on every run; `LOOPSHIFT_SEED=random` looks elsewhere. */
const seed = process.env.LOOPSHIFT_SEED === 'random' ? Date.now() : Number(process.env.LOOPSHIFT_SEED ?? 1);

beforeAll(() => loadParserSync());

/** Lines that a look at indentation and quotes could take for something else. */
const simple = fc.constantFrom(
  ...[
    'await work()',
    'x = await work()',
    'return await work()',
    'x = [await a async for a in b()]',
    'pass',
    'f(lambda: 1)',
  ],
  ...[
    'f(lambda n: await work(n))',
    'x = f"{await work()}"',
    "x = f'{1}' 'await work()'",
    'x = "def f():"',
    'x = (1,\n  2)',
  ],
  ...[
    'x = """\nasync def f():\n"""',
    "x = '''\ndef f():\n    await work()\n'''",
    '# await work()',
    'x = 1; await work()',
  ],
  ...[
    'x = \\\n    await_(1)',
    'x = "\\\n"; await work()',
    'yield (await work())',
    'async  with a: pass',
    'async with a: await b',
  ],
  ...[
    'from asyncio import sleep as run',
    'asyncio.sleep(1)',
    'x = rb"\\"; await_()',
    'x = {"a": [1, (2)]}',
    'x: int = 1  # "',
  ],
);

const header = fc.constantFrom(
  ...['async def f():', 'def f():', 'class A:', 'if x:', 'for a in b:', 'async for a in b():', 'async with a as b:'],
  ...[
    'def f(\n    a=1,\n):',
    'async def f(a: "x" = 1,\n  *, b=lambda: 1):',
    '@d(\n  1)\nasync def f():',
    'with (\n  a as b,\n):',
  ],
  ...['async \\\ndef f():', 'while x:  # def f():', 'def f(a=(lambda: 1)):', 'async def f() -> "await x":'],
);

const { block } = fc.letrec<{ block: string; statement: string }>((tie) => ({
  block: fc.array(tie('statement'), { minLength: 1, maxLength: 4 }).map((all) => all.join('')),
  statement: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    simple.map((line) => `${line}\n`),
    fc
      .tuple(header, tie('block'), fc.constantFrom('    ', '  ', '\t'))
      .map(([head, body, indent]) => `${head}\n${body.replace(/^(?=.)/gm, indent)}`),
    fc.tuple(header, simple).map(([head, body]) => `${head} ${body}\n`),
  ),
}));

/** What is said of a file because it was looked at, though it holds nothing. */
const OF_THE_FILE = new Set(['LS111', 'LS114']);

describe.each(TARGET_NAMES)('what is not looked at holds nothing for --to %s', (to) => {
  it.each([
    ['lines', block],
    ['lines that end as on Windows', block.map((text) => text.replaceAll('\n', '\r\n'))],
    ['calls', script],
    ['top-level awaits', interactive],
  ])('of %s', (_, programs) => {
    let passedOver = 0;
    fc.assert(
      fc.property(programs, (text) => {
        if (mayHoldSite(Buffer.from(text), 'a.py', { to })) return;
        const { sites, diagnostics } = scan({ path: 'a.py', text }, { to });
        if (diagnostics.every(({ code }) => !OF_THE_FILE.has(code))) passedOver += 1;
        expect([sites, diagnostics.filter(({ code }) => !OF_THE_FILE.has(code))]).toEqual([[], []]);
      }),
      { numRuns, seed },
    );
    if (programs === block) expect(passedOver).toBeGreaterThan(numRuns / 20);
  });
});
