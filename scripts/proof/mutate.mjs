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
  hugeLine: (bytes, random) =>
    Buffer.concat([
      bytes,
      Buffer.from(`\nx = [${'1, '.repeat(20000 + random.below(20000))}]; import asyncio; asyncio.run(main())\n`),
    ]),
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
