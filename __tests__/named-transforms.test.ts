import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { applySequence, applyTransform, loadParser, type Step } from '../src/index.js';
import { defineTest } from '../src/testing.js';
import { transforms } from '../transforms/index.js';

for (const { name } of transforms) defineTest(__dirname, name);

/** Transforms that refuse nothing: what they leave (a loop in sync code, a thread nobody waits for) is right as it stands. */
const NEVER_REFUSE = ['get-event-loop-to-get-running-loop', 'thread-bridge-to-await'];

describe.each(transforms.map(({ name }) => name))('the cases of %s', (name) => {
  const folder = join(__dirname, '../__testfixtures__', name);
  const files = readdirSync(folder);
  const inputs = files.filter((file) => file.includes('.input.'));
  const changed = inputs.filter((file) => files.includes(file.replace('.input.', '.output.')));
  const left = inputs.filter((file) => !changed.includes(file));

  it('show what changes and what does not, in files and in a notebook', () => {
    expect([changed.length > 0, left.length > 0]).toEqual([true, true]);
    expect(new Set(changed.map((file) => extname(file)))).toEqual(new Set(['.py', '.ipynb']));
  });

  it('show a reason for what is left', () => {
    const codes = inputs.flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/# LS\d{3}/g) ?? []);
    expect(codes.length > 0).toBe(!NEVER_REFUSE.includes(name));
  });
});

describe('several in one pass', () => {
  beforeAll(() => loadParser());

  /** What the transforms make of a text, in the order they are named. */
  function run(text: string, names: readonly string[]): string {
    const steps = names.map((name): Step => {
      const transform = transforms.find((each) => each.name === name);
      if (transform === undefined) throw new Error(`no transform ${name}`);
      const options = name === 'remove-nest-asyncio' ? { target: 'notebook' } : {};
      return (source) => applyTransform(transform, source, options, { unsafe: true, python: '3.12' });
    });
    return applySequence(steps as [Step, ...Step[]], { path: 'a.py', text }).output;
  }

  /** One site of each form that becomes `await`, and what goes along. */
  const TEXT = `import asyncio
from concurrent.futures import ThreadPoolExecutor

import nest_asyncio
from pydantic_ai import Agent

nest_asyncio.apply()


async def main():
    loop = asyncio.get_event_loop()
    return loop.time()


asyncio.run(main())
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
with ThreadPoolExecutor() as pool:
    pool.submit(asyncio.run, main()).result()
Agent('model').run_sync('why?')
`;
  const NAMES = [
    'asyncio-run-to-await',
    'run-until-complete-to-await',
    'thread-bridge-to-await',
    'sync-twin-to-await',
    'get-event-loop-to-get-running-loop',
    'remove-nest-asyncio',
  ];

  it('give the same in every order that asks what needs `nest_asyncio` last', () => {
    const [first, ...others] = permutations(NAMES.slice(0, -1)).map((names) =>
      run(TEXT, [...names, 'remove-nest-asyncio']),
    );
    expect(first).toBe(`import asyncio

from pydantic_ai import Agent


async def main():
    loop = asyncio.get_running_loop()
    return loop.time()


await main()
await main()
await main()
await Agent('model').run('why?')
`);
    expect(others.filter((other) => other !== first)).toEqual([]);
  });

  it.each([
    ['asyncio-run-to-guard', 'guard-to-await'],
    ['asyncio-run-to-guard', 'guard-to-asyncio-run'],
  ])('see what the one before has made: %s, %s', (...names) => {
    const text = 'import asyncio\n\n\nasync def main():\n    print(1)\n\n\nasyncio.run(main())\n';
    const wanted = names[1] === 'guard-to-await' ? text.replace('asyncio.run(main())', 'await main()') : text;
    expect(run(text, names).replace('import asyncio\n\n\n', '')).toBe(wanted.replace('import asyncio\n\n\n', ''));
  });
});

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length <= 1) return [items];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}
