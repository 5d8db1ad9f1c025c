import * as fc from 'fast-check';

/**
 * Python programs around run sites: every way of driving, every place an expression can stand in, every block around it.
 * They parse; whether they mean anything is not asked.
 */

const HEADS = [
  'import asyncio\n',
  '"""A docstring: asyncio.run(main())."""\nimport asyncio\nimport os\n',
  'from __future__ import annotations\nimport asyncio\n',
  'import asyncio as aio, asyncio\nfrom asyncio import run\n',
  '# coding: utf-8\n# a note\n\nimport asyncio\n\n',
];

const DEFINITIONS = `
async def work(n=0, *rest, **options):
    await asyncio.sleep(0)
    return n

class Context:
    def __enter__(self): return self
    def __exit__(self, *exc): return False

def plain(x): return x

flag, items = True, [1, 2]
`;

const operand = fc.constantFrom(
  'work(1)',
  'work()',
  'work(1, "#)", k=[2, 3])',
  'work(\n    1,  # one\n)',
  '(work(1))',
  'work(1) if flag else work(2)',
  'work(0) or work(1)',
  'job',
  'obj.method(1)[0]',
  '[work, work][0]()',
  'work("""a\n  b""")',
);

const driven = fc
  .tuple(
    operand,
    fc.constantFrom(
      (x: string) => `asyncio.run(${x})`,
      (x: string) => `asyncio.run(${x},)`,
      (x: string) => `asyncio.run(main=${x})`,
      (x: string) => `asyncio.run(\n    ${x}\n)`,
      (x: string) => `asyncio.run(  # why\n  ${x},\n)`,
      (x: string) => `asyncio.run(${x}, debug=False)`,
      (x: string) => `asyncio.run(${x}, debug=True)`,
      (x: string) => `asyncio.get_event_loop().run_until_complete(${x})`,
      (x: string) => `asyncio.run(work(asyncio.run(${x})))`,
    ),
  )
  .map(([x, wrap]) => wrap(x));

const expression = fc
  .tuple(
    driven,
    driven,
    fc.constantFrom<(a: string, b: string) => string>(
      (a) => a,
      (a) => `${a}.real`,
      (a) => `${a}[0]`,
      (a) => `(${a})`,
      (a, b) => `${a} + -${b} ** 2`,
      (a, b) => `not ${a} and ${b}`,
      (a, b) => `${a}if flag else ${b}`,
      (a) => `[${a} for _ in range(2)]`,
      (a) => `{k: ${a} for k in items if k}`,
      (a) => `[[${a} for _ in items] for _ in items]`,
      (a) => `list(${a} for _ in items)`,
      (a) => `list(i for i in [${a}])`,
      (a) => `(lambda x=${a}: x)()`,
      (a) => `lambda: ${a}`,
      (a, b) => `print(*[${a}], sep=str(${b}))`,
      (a) => `f"{plain(1)} {{x}}" + str(${a})`,
      (a, b) => `{${a}: ${b}, **{}}`,
      (a) => `(y := ${a})`,
      (a) => `{*(${a}, 1)}`,
      (a) => `items[${a}:]`,
      (a, b) => `${a} if ${b} else None`,
      (a, b) => `${a} < ${b} in items`,
      (a) => `[x for x in items if ${a}]`,
      (a) => `[x async for x in agen(${a})]`,
      (a) => `{x: y for x in [${a}] for y in (x, 2)}`,
      (a) => `sum(x for x in (1, ${a}))`,
      (a) => `sorted(items, key=lambda item: ${a})`,
      (a) => `(yield_ := lambda: [${a} for _ in items])`,
      (a) => `rb"\\x00" and (${a})  # "'''`,
      (a) => `'it\\'s' "asyncio.run(work())" and ${a}`,
      (a) => `(\n    # above\n    ${a}  # behind\n    # below\n)`,
      (a) => `${a} \\\n    and True`,
    ),
  )
  .map(([a, b, place]) => place(a, b));

const leaf = fc.oneof(
  expression,
  expression.map((e) => `x = ${e}`),
  expression.map((e) => `x: int = ${e}`),
  expression.map((e) => `x = ${e}  # tail`),
  expression.map((e) => `a = 1; b = ${e}; c = 2`),
  expression.map((e) => `assert ${e}, "no"`),
  expression.map((e) => `x = y = ${e}`),
  expression.map((e) => `x += ${e}`),
  expression.map((e) => `x, *y = ${e}, 1`),
  expression.map((e) => `items[${e}] = ${e}`),
  expression.map((e) => `del items[${e}]`),
  expression.map((e) => `raise ValueError(${e}) from None`),
  driven.map((d) => `text = f"{${d.includes('\n') || d.includes('"') ? 'flag' : d}!r:>4}"`),
  fc.constantFrom(
    'pass',
    '# asyncio.run(work())',
    'text = """\nasyncio.run(work())\n  end"""',
    'loop = asyncio.new_event_loop()',
    'global_name = items[:]',
    'loop = asyncio.get_event_loop()\nloop.run_until_complete(work(1))\nloop.close()',
  ),
);

type Lines = string;

/** Statements, with blocks around them up to a depth. */
const { statements } = fc.letrec<{ statements: Lines; statement: Lines }>((tie) => ({
  statements: fc.array(tie('statement'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n')),
  statement: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'block' },
    { weight: 4, arbitrary: leaf },
    { weight: 1, arbitrary: tie('statements').map((body) => `if flag:\n${block(body)}\nelse:\n    pass`) },
    { weight: 1, arbitrary: tie('statements').map((body) => `for item in items:\n${block(body)}`) },
    { weight: 1, arbitrary: tie('statements').map((body) => `with Context() as c:\n${block(body)}`) },
    {
      weight: 1,
      arbitrary: tie('statements').map(
        (body) => `try:\n${block(body)}\nexcept ValueError as e:\n    print(e)\nfinally:\n    pass`,
      ),
    },
    {
      weight: 1,
      arbitrary: tie('statements').map((body) => `def helper(v=1):\n${block(body)}\n    return v\nresult = helper()`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('statements'), expression)
        .map(([body, e]) => `while ${e}:\n${block(body)}\n    break\nelse:\n    pass  # else`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('statements'), driven)
        .map(([body, d]) => `@decorate(${d})\n@plain\ndef decorated(v=${d}, *, w: int = 1) -> None:\n${block(body)}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('statements'), driven)
        .map(([body, d]) => `@plain\nclass Held(Base(${d}), key=1):\n    value = ${d}\n${block(body)}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('statements'), expression)
        .map(([body, e]) => `with Context() as a, open(${e}) as b:\n    # first\n${block(body)}\n    # last`),
    },
    {
      weight: 1,
      arbitrary: tie('statements').map((body) => `async def outer():\n    async with lock:\n${block(block(body))}`),
    },
    { weight: 1, arbitrary: tie('statements').map((body) => `def unused():\n${block(body)}`) },
    { weight: 1, arbitrary: tie('statements').map((body) => `async def task():\n${block(body)}`) },
    {
      weight: 1,
      arbitrary: tie('statements').map(
        (body) => `class Box:\n    """Doc."""\n    def method(self):\n${block(block(body))}\nBox().method()`,
      ),
    },
    { weight: 1, arbitrary: tie('statements').map((body) => `if __name__ == "__main__":\n${block(body)}`) },
  ),
}));

/** A program of scripts' kind: its sites are calls. */
export const script = fc
  .tuple(fc.constantFrom(...HEADS), statements, fc.boolean())
  .map(([head, body, last]) => `${head}${DEFINITIONS}\n${body}${last ? '\n' : ''}`);

/** The same with top-level awaits in place of `asyncio.run` at module level. */
export const interactive = fc
  .tuple(
    fc.constantFrom(...HEADS),
    fc.array(
      fc.oneof(
        awaited(),
        leaf.filter((text) => !text.includes('loop')),
      ),
      { minLength: 1, maxLength: 5 },
    ),
  )
  .map(([head, lines]) => `${head}${DEFINITIONS}\n${lines.join('\n')}\n`);

function awaited() {
  return fc
    .tuple(
      fc.constantFrom('work(1)', 'work(\n    2,\n)', 'job', 'asyncio.gather(work(1), work(2))', 'lock.acquire()'),
      fc.constantFrom<(x: string) => string>(
        (x) => `await ${x}`,
        (x) => `x = await ${x}`,
        (x) => `x = (await ${x}).real`,
        (x) => `print([await ${x} for _ in items])`,
        (x) => `if flag:\n    y = await ${x}`,
        (x) => `async with lock:\n    z = await ${x}`,
        (x) => `async for q in agen():\n    print(await ${x})`,
        (x) => `total = 0\ntotal += await ${x}\ndef show():\n    print(total)\nshow()`,
        () => 'lock = asyncio.Lock()',
        () => 't = asyncio.create_task(work(3))\nawait t',
      ),
    )
    .map(([x, place]) => place(x));
}

function block(text: string): string {
  // The inside of a triple-quoted string keeps its bytes: only lines outside of one are indented.
  let quoted = false;
  return text
    .split('\n')
    .map((line) => {
      const indented = quoted || line === '' ? line : `    ${line}`;
      if ((line.split('"""').length - 1) % 2 === 1) quoted = !quoted;
      return indented;
    })
    .join('\n');
}
