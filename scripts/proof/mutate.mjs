/**
 * Ways in which a file may be broken. Each takes bytes and gives bytes; `other` is a second file to join with.
 */
const MUTATIONS = {
  cut: (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  cutMiddle: (bytes, random) => {
    const [a, b] = [random.below(bytes.length + 1), random.below(bytes.length + 1)].sort((x, y) => x - y);
    return Buffer.concat([bytes.subarray(0, a), bytes.subarray(b)]);
  },
  join: (bytes, random, other) =>
    Buffer.concat([bytes.subarray(0, random.below(bytes.length + 1)), other.subarray(random.below(other.length + 1))]),
  flip: (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (let i = 0; i <= random.below(8); i++)
      if (copy.length > 0) copy[random.below(copy.length)] ^= 1 << random.below(8);
    return copy;
  },
  insert: (bytes, random) => {
    const at = random.below(bytes.length + 1);
    const text = random.pick([
      '\0',
      '\xff\xfe',
      '\r',
      '\f',
      '"""',
      "'",
      '(((',
      ')',
      '{',
      'await ',
      'async ',
      'lambda: ',
      '\\\n',
      '%%time\n',
      '!ls\n',
      '# %%\n',
      '\u2028',
      'é😀',
      '\t',
      '    ',
      'f"{',
      '},',
      '"',
      '\\u',
    ]);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(text), bytes.subarray(at)]);
  },
  shuffleLines: (bytes, random) => {
    const lines = bytes.toString('latin1').split('\n');
    for (let i = 0; i < 4; i++) {
      const [a, b] = [random.below(lines.length), random.below(lines.length)];
      [lines[a], lines[b]] = [lines[b], lines[a]];
    }
    return Buffer.from(lines.join('\n'), 'latin1');
  },
  duplicateLines: (bytes, random) => {
    const lines = bytes.toString('latin1').split('\n');
    const at = random.below(lines.length);
    lines.splice(at, 0, ...lines.slice(at, at + 1 + random.below(5)));
    return Buffer.from(lines.join('\n'), 'latin1');
  },
  crlf: (bytes) => Buffer.from(bytes.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1'),
  indent: (bytes, random) =>
    Buffer.from(
      bytes.toString('latin1').replace(/^/gm, () => (random.below(9) === 0 ? ' ' : '')),
      'latin1',
    ),
  deep: (bytes, random) => {
    const [open, close] = random.pick([
      ['(', ')'],
      ['[', ']'],
      ['{1:', '}'],
      ['not ', ''],
      ['lambda: ', ''],
      ['-', ''],
      ['await ', ''],
    ]);
    const depth = 1 + random.below(random.below(20) === 0 ? 12000 : 300);
    return Buffer.concat([
      bytes,
      Buffer.from(`\nimport asyncio\nasyncio.run(${open.repeat(depth)}main()${close.repeat(depth)})\n`),
    ]);
  },
  /** A line of thousands of nodes; tens of thousands take a while, so there are few of them. */
  hugeLine: (bytes, random) => {
    const count = random.below(random.below(20) === 0 ? 40_000 : 4000);
    return Buffer.concat([bytes, Buffer.from(`\nx = [${'1, '.repeat(count)}]; import asyncio; asyncio.run(main())\n`)]);
  },
  /** One line of up to a megabyte, all of it before or behind the site. */
  megabyteLine: (bytes, random) =>
    Buffer.concat([
      bytes,
      Buffer.from(
        random.pick([
          `\nx = "${'é😀 '.repeat(20000 + random.below(80000))}"; import asyncio; asyncio.run(main())\n`,
          `\nimport asyncio; asyncio.run(main())  # ${'x'.repeat(random.below(1_000_000))}\n`,
          `\nimport asyncio; y = asyncio.run(main())${' + 1'.repeat(random.below(3000))}\n`,
        ]),
      ),
    ]),
  /** Blocks within blocks; attributes, subscripts and calls in a chain. */
  nestedBlocks: (bytes, random) => {
    const depth = 1 + random.below(random.below(10) === 0 ? 400 : 60);
    const head = random.pick(['if x:', 'for i in x:', 'with x:', 'def f():', 'async def f():', 'class C:', 'try:']);
    const lines = Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}${head}\n`).join('');
    const end = head === 'try:' ? `\n${' '.repeat(depth - 1)}finally: pass` : '';
    const chain = random.pick(['.a', '[0]', '()', ' + 1', ' if x else y', ' and z']).repeat(random.below(400));
    return Buffer.concat([
      bytes,
      Buffer.from(`\nimport asyncio\n${lines}${' '.repeat(depth)}asyncio.run(main())${chain}${end}\n`),
    ]);
  },
  /** Sequences that no UTF-8 has: cut short, too long, surrogates, beyond the last plane. */
  invalidUtf8: (bytes, random) => {
    const at = random.below(bytes.length + 1);
    const wrong = random.pick([
      [0xc3],
      [0xe2, 0x82],
      [0xc0, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xff],
    ]);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(wrong), bytes.subarray(at)]);
  },
  /** A notebook as a full disk leaves it, or one whose brackets somebody closed again. */
  truncatedJson: (bytes, random) => {
    const cut = bytes.subarray(0, random.below(bytes.length + 1));
    return Buffer.concat([cut, Buffer.from(random.pick(['', '', '"]}]}', '"', '}', ']}', 'null', '\\']))]);
  },
  /** Lists and objects within one another, in a notebook's metadata or wherever else it lands. */
  deepJson: (bytes, random) => {
    const depth = 1 + random.below(random.below(10) === 0 ? 100_000 : 500);
    const [open, close] = random.pick([
      ['[', ']'],
      ['{"a":', '}'],
    ]);
    const text = bytes
      .toString('latin1')
      .replace(/("metadata": *)\{/, `$1{"deep": ${open.repeat(depth)}1${close.repeat(depth)},`);
    return Buffer.from(text, 'latin1');
  },
  bom: (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
  cookie: (bytes, random) =>
    Buffer.concat([
      Buffer.from(
        `# -*- coding: ${random.pick(['latin-1', 'utf-8', 'cp1252', 'shift_jis', 'utf-16', 'nonsense'])} -*-\n`,
      ),
      bytes,
    ]),
  rename: (bytes, random) =>
    Buffer.from(
      bytes.toString('latin1').replaceAll('asyncio', random.pick(['asyncio', 'aio', 'await_', 'asyncio2'])),
      'latin1',
    ),
};

const NAMES = Object.keys(MUTATIONS);

/** One to three mutations in a row. */
export function mutate(bytes, random, other) {
  let made = bytes;
  const used = [];
  for (let i = 0; i <= random.below(3); i++) {
    const name = random.pick(NAMES);
    used.push(name);
    made = MUTATIONS[name](made, random, other);
    if (made.length > 2_000_000) break;
  }
  return { bytes: made, used };
}
