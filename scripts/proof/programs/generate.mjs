import { COROUTINES } from './coroutines.mjs';
import { AWAITING, HELPERS, STATEMENTS, WHOLE } from './places.mjs';

/**
 * A program that runs, from choices: `{ cells, awaits, python }`. A script is its cells joined; `awaits` says that its home is a
 * notebook. `python` is the oldest it takes.
 */
const IMPORTS =
  'import asyncio\nimport concurrent.futures\nimport contextlib\nimport contextvars\nimport dataclasses\nimport functools\nimport threading\nimport time';

const DRIVERS = [
  (c) => `asyncio.run(${c})`,
  (c) => `asyncio.run(${c})`,
  (c) => `aio.run(${c})`,
  (c) => `run(${c})`,
  (c) => `asyncio.run(${c}, debug=False)`,
  (c) => `asyncio.run(\n    ${c},  # note\n)`,
  (c) => `asyncio.run((${c}))`,
  (c) => `loop.run_until_complete(${c})`,
  (c) => `asyncio.get_event_loop().run_until_complete(${c})`,
];

const FAILING = /^(?:fail|one_fails|cancelled|leaves|interrupted)\(/;

/** What stands around statements. */
const BLOCKS = [
  (body) => body,
  (body) => body,
  (body) => body,
  (body) => `if True:\n${indent(body)}`,
  (body) => `for turn@ in range(2):\n${indent(body)}`,
  (body) => `try:\n${indent(body)}\nexcept (ValueError, KeyError) as problem@:\n    print("problem", problem@)`,
  (body) => `try:\n${indent(body)}\nfinally:\n    print("end")`,
  (body) => `def script@():\n${indent(body)}\n\n\nscript@()`,
  (body) => `if __name__ == "__main__":\n${indent(body)}`,
  (body) => `with contextlib.suppress(ValueError):\n${indent(body)}`,
];

export function generate(choices, without = []) {
  const awaits = choices.once(3);
  const driver = choices.pick(DRIVERS);
  const used = new Map();
  const lines = new Set();
  let python = '3.8';
  const older = (wanted) => {
    if (wanted !== undefined && minor(wanted) > minor(python)) python = wanted;
  };
  const coroutines = COROUTINES.filter(({ name, home }) => !without.includes(name) && !(awaits && home === 'script'));
  const coroutine = () => take(choices.pick(coroutines));
  const take = (chosen) => {
    older(chosen.python);
    for (const name of chosen.after ?? []) take(COROUTINES.find((each) => each.name === name));
    for (const each of chosen.needs ?? []) lines.add(each);
    used.set(chosen.name, chosen);
    return chosen.call;
  };
  // A few coroutines that come again tell more than many that come once.
  const few = [coroutine(), coroutine()];
  const operand = () => {
    const call = choices.pick([few[0], few[1], few[0], undefined]) ?? coroutine();
    const name = call.slice(0, call.lastIndexOf('('));
    // That a coroutine fails counts where it can be told which one it is.
    if (FAILING.test(call)) return call;
    return choices.pick([
      call,
      call,
      call,
      call,
      `(${call} if True else None)`,
      `[${name}][0](1)`,
      `functools.partial(${name}, 1)()`,
    ]);
  };
  const drive = () => (choices.once(8) ? choices.pick(DRIVERS) : driver)(operand());

  const moments = [];
  const count = 1 + choices.below(4);
  for (let i = 1; i <= count; i++) {
    const text = (awaits ? awaiting() : driving()).replaceAll('@', String(i));
    moments.push(text);
    if (choices.once(4)) moments.push('time.sleep(0.03)');
    if (choices.once(3)) moments.push(...observed());
  }
  moments.push(...observed());
  const body = moments.join('\n');
  const head = [IMPORTS];
  if (/\baio\./.test(body)) head.push('import asyncio as aio');
  if (/(?<![\w.])run\(/.test(body)) head.push('from asyncio import run');
  const names = [...lines];
  if (/(?<![\w.])loop\./.test(body)) names.push('loop = asyncio.new_event_loop()');
  for (const [i] of moments.entries()) {
    if (body.includes(`numbers${i}(`))
      names.push(`async def numbers${i}():\n    for each in (1, 2):\n        yield each`);
  }
  const cells = [
    [...head, names.length > 0 ? `\n${names.join('\n\n')}` : ''].filter(Boolean).join('\n'),
    [...used.values()].map(({ text }) => text).join('\n\n\n'),
    ...moments,
  ];
  return { cells, awaits, python };

  function driving() {
    const kind = choices.below(4);
    if (kind === 3) return block(fill(choices.pick(WHOLE)));
    if (kind === 2) {
      const { text, call } = choices.pick(HELPERS);
      const used = call.replace(/\bC\b/g, () => operand());
      const use = choices.pick([
        'print(U)',
        'x@ = U\nprint(x@)',
        'U',
        'try:\n    print(U)\nexcept ValueError as error@:\n    print(error@)',
        'print([U for _ in range(2)])',
        'if __name__ == "__main__":\n    print(U)',
        'def user@():\n    return U\n\n\nprint(user@())',
      ]);
      return `${fill(text)}\n\n\n${use.replaceAll('U', used)}`;
    }
    return block(fill(choosePlace(STATEMENTS)));
  }

  function awaiting() {
    if (choices.once(3)) {
      const place = choosePlace(STATEMENTS.filter((each) => each.awaits));
      return block(
        place.replace(/\b[EF]\b/g, () => `(await ${operand()})`),
        BLOCKS.filter((_, i) => i !== 7),
      );
    }
    return fill(choices.pick(AWAITING));
  }

  function choosePlace(places) {
    const place = choices.pick(places);
    older(place.python);
    if (place.needs !== undefined) take(COROUTINES.find(({ name }) => name === place.needs));
    return place.text;
  }

  function block(body, blocks = BLOCKS) {
    return choices.pick(blocks)(body);
  }

  function fill(text) {
    if (/asyncio\.(?:Runner|timeout|TaskGroup)/.test(text)) older('3.11');
    if (text.includes('to_thread')) older('3.9');
    return text.replace(/\b[EFC]\b/g, (name) => (name === 'C' ? operand() : drive()));
  }

  function observed() {
    const shown = [...used.values()].map(({ shows }) => shows).filter(Boolean);
    return shown.length === 0 ? [] : [`print(${[...new Set(shown)].join(', ')})`];
  }
}

function indent(text) {
  return text.replace(/^(?=.)/gm, '    ');
}

function minor(version) {
  return Number(version.slice(2));
}
