// A tree of Python files, the same on every machine: most have nothing to do with asyncio, some await, few drive a loop.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Of 1,000 files; the shares of a large repository with an async core. */
const SHARES = [
  [855, plain],
  [118, asyncLibrary],
  [14, script],
  [8, legacyScript],
  [5, notebook],
];

/** Writes `count` files below `folder`; returns how many bytes they hold. */
export function writeTree(folder, count) {
  const random = generator(20_261_121);
  let bytes = 0;
  for (let i = 0; i < count; i++) {
    const make = pick(SHARES, random());
    const { text, extension } = make(i, random);
    const path = join(folder, `package_${i % 37}`, `sub_${i % 11}`, `module_${i}${extension}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

/** Writes a notebook of about so many bytes, nearly all of it outputs and code that drives nothing; returns how many. */
export function writeNotebook(path, bytes) {
  const image = 'iVBORw0KGgo'.repeat(20_000);
  const cells = [];
  for (let size = 0, i = 0; size < bytes; i++) {
    const source = [`figure_${i} = draw(${i})\n`, ...plain(i, () => 0).text.split(/(?<=\n)/)];
    const outputs = [{ output_type: 'display_data', data: { 'image/png': image }, metadata: {} }];
    const cell = { cell_type: 'code', execution_count: i, id: `cell-${i}`, metadata: {}, outputs, source };
    cells.push(cell);
    size += JSON.stringify(cell).length;
  }
  const last = { execution_count: null, metadata: {}, outputs: [], cell_type: 'code' };
  cells.push({ ...last, id: 'first', source: ['import asyncio\n', 'async def main():\n', '    return 1'] });
  cells.push({ ...last, id: 'last', source: ['value = await main()'] });
  const metadata = { language_info: { name: 'python', version: '3.12.1' } };
  const text = `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
  writeFileSync(path, text);
  return Buffer.byteLength(text);
}

/** The one file of the start-up rows. */
export const SMALL_FILE = script(0, () => 0.2).text;

function plain(i, random) {
  const lines = [
    '"""Models and their serialisation."""',
    '',
    'from __future__ import annotations',
    '',
    'import json',
    'import os',
    '',
  ];
  for (let c = 0; c < 1 + random() * 8; c++) {
    lines.push('', `class Model${i}_${c}:`, `    """One record of kind ${c}."""`, '');
    for (let m = 0; m < 2 + random() * 6; m++) {
      lines.push(
        `    def method_${m}(self, first, *args, key=None, **options):`,
        `        total = sum(len(str(each)) for each in args if each is not None)`,
        `        if total > ${Math.floor(random() * 100)} and key in options:`,
        `            return {"first": first, "total": total, "path": os.path.join("a", f"{key}.json")}`,
        `        return json.dumps([first, *args], indent=2)`,
        '',
      );
    }
  }
  return file(lines);
}

function asyncLibrary(i, random) {
  const lines = ['import asyncio', 'import contextlib', ''];
  for (let f = 0; f < 3 + random() * 12; f++) {
    lines.push(
      '',
      `async def fetch_${i}_${f}(session, url, *, retries=3):`,
      '    for attempt in range(retries):',
      '        with contextlib.suppress(TimeoutError):',
      '            async with session.get(url) as response:',
      '                return await response.json()',
      '        await asyncio.sleep(2 ** attempt)',
      '    raise TimeoutError(url)',
      '',
    );
  }
  return file(lines);
}

function script(i, random) {
  const lines = [
    'import asyncio',
    'import sys',
    '',
    '',
    'async def work(name):',
    '    await asyncio.sleep(0.1)',
    '    return name.upper()',
    '',
    '',
  ];
  lines.push('async def main(names):', '    return await asyncio.gather(*(work(name) for name in names))', '', '');
  for (let f = 0; f < random() * 10; f++)
    lines.push(`def step_${i}_${f}(value):`, `    return [value * ${f}, value + ${f}]`, '', '');
  lines.push('if __name__ == "__main__":', '    result = asyncio.run(main(sys.argv[1:]))', '    print(result)');
  return file(lines);
}

function legacyScript(i) {
  const lines = [
    'import asyncio',
    '',
    '',
    'async def main(urls):',
    '    await asyncio.sleep(0)',
    `    return len(urls) + ${i}`,
    '',
    '',
  ];
  lines.push('loop = asyncio.get_event_loop()', 'result = loop.run_until_complete(main([]))', 'print(result)');
  return file(lines);
}

function notebook(i) {
  const cells = [
    ['import asyncio'],
    ['async def main():\n', '    await asyncio.sleep(0)\n', `    return ${i}`],
    ['%time result = 1 + 1'],
    ['value = asyncio.run(main())\n', 'value'],
  ].map((source, index) => ({
    cell_type: 'code',
    execution_count: null,
    id: `cell-${index}`,
    metadata: {},
    outputs: [],
    source,
  }));
  const metadata = {
    kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
    language_info: { name: 'python', version: '3.12.1' },
  };
  return {
    text: `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`,
    extension: '.ipynb',
  };
}

function file(lines) {
  return { text: `${lines.join('\n')}\n`, extension: '.py' };
}

function pick(shares, at) {
  let left = at * 1000;
  for (const [share, make] of shares) {
    left -= share;
    if (left < 0) return make;
  }
  return plain;
}

/** mulberry32: the same numbers for the same seed. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
