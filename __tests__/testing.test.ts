import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convert } from '../src/convert.js';
import { openDocument } from '../src/documents/index.js';
import { loadParser } from '../src/python/parser.js';
import type { Result } from '../src/result.js';
import { readCases, readSubfolders, requireCases, updateCase } from '../src/testing/cases.js';
import { actualDiagnostics, expectedDiagnostics, inReadingOrder } from '../src/testing/expectations.js';
import { findBroken } from '../src/testing/invariants.js';
import { judge } from '../src/testing/verdict.js';
import { defineInlineTest } from '../src/testing.js';

const INPUT = 'import asyncio\n\n\nasync def main():\n    await asyncio.sleep(0)\n\n\nasyncio.run(main())\n';

beforeAll(() => loadParser());

function run(text: string): Result {
  return convert({ path: 'a.py', text }, { to: 'notebook' });
}

describe('promises that hold for every conversion', () => {
  it('are kept by a real one', () => {
    expect(findBroken(run(INPUT), run)).toEqual([]);
  });

  it.each<[string, Partial<Result>, RegExp]>([
    ['a byte outside the edits', { output: run(INPUT).output.replace('sleep(0)', 'sleep(1)') }, /outside the edits/],
    ['an edit that was not made', { edits: [] }, /outside the edits/],
    [
      'a code that nobody knows',
      { diagnostics: [{ ...note(), code: 'LS999' as 'LS111' }] },
      /LS999 is not in the catalogue/,
    ],
    ['a syntax error', { output: `${INPUT}x = (\n` }, /syntax error that the input had not: `\(` was never closed/],
  ])('%s is noticed', (_, change, message) => {
    expect(findBroken({ ...run(INPUT), ...change }, run).join('\n')).toMatch(message);
  });

  it('an output that converts further is noticed', () => {
    const restless = (text: string) => ({ ...run(text), output: `${text}# more\n` });
    expect(findBroken(run(INPUT), restless).join('\n')).toMatch(/changes it again/);
  });

  it('line ends that are not kept are noticed', () => {
    const careless = (text: string) => ({ ...run(text), output: run(text).output.replaceAll('\r\n', '\n') });
    expect(findBroken(run(INPUT), careless).join('\n')).toMatch(/with CRLF line ends/);
  });
});

describe('expected diagnostics', () => {
  it('are comments at the end of a line', () => {
    const text = 'a = 1  # LS201\nb = 2  # a note  # LS305 LS306\nc = "# LS1"  # LS20x\n# LS400\nd = 4  # MY00012\n';
    expect(expectedDiagnostics(openDocument({ path: 'a.py', text }))).toEqual([
      '1 LS201',
      '2 LS305',
      '2 LS306',
      '4 LS400',
      '5 MY00012',
    ]);
  });

  it('name the cell in a notebook', () => {
    const cells = ['# LS201', 'a = 1  # LS301'].map((source, index) => ({
      cell_type: index === 0 ? 'markdown' : 'code',
      metadata: {},
      source,
      ...(index === 1 && { outputs: [], execution_count: null }),
    }));
    const text = JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 4 });
    expect(expectedDiagnostics(openDocument({ path: 'a.ipynb', text }))).toEqual(['2:1 LS301']);
  });

  it('are compared with those of sites and of the file, each once', () => {
    const result = run('import asyncio\n\nf = lambda: asyncio.run(g())\n');
    expect(actualDiagnostics({ ...result, diagnostics: [note(), note()] })).toEqual(['3 LS201', '1 LS111']);
    expect(inReadingOrder(['10 LS201', '9 LS201', '10 LS201'])).toEqual(['9 LS201', '10 LS201']);
  });
});

describe('a case that fails', () => {
  const files = { inputFile: 'a.input.py', outputFile: 'a.output.py', diagnostics: [] };
  const told = (output: string, extra: object = {}, input = INPUT) => {
    try {
      judge(run(input), { input, output, ...files, ...extra }, run);
    } catch (error) {
      return String(error);
    }
    return 'nothing';
  };

  it('shows what was made in place of what was expected', () => {
    const message = told(INPUT.replace('asyncio.run(main())', 'main()'));
    expect(message).toContain('a.input.py becomes something else than a.output.py holds');
    expect(message).toContain('\n-main()\n+await main()\n');
    expect(message).toContain('UPDATE_FIXTURES=1');
  });

  it.each([
    ['must stay', INPUT, { outputFile: undefined }, INPUT, /a\.input\.py must stay as it is/],
    ['does nothing', 'x = 2\n', {}, 'x = 1\n', /stays as it is, and should become what a\.output\.py holds/],
    ['reports nothing', 'x = 1\n', { diagnostics: ['1 LS201'] }, 'x = 1\n', /expected, and not reported: line 1 LS201/],
    ['reports more', 'x = (\n', {}, 'x = (\n', /reported, and not expected: line 1 LS111 .*never closed/],
  ])('says so where it %s', (_, output, extra, input, message) => {
    expect(told(output, extra, input)).toMatch(message);
  });

  it('says first why a file failed', () => {
    const failed = { ...run(INPUT), status: 'failed' as const, diagnostics: [note()], output: INPUT };
    expect(() => judge(failed, { input: INPUT, output: 'x\n', ...files }, run)).toThrow(/line 1 LS111/);
  });
});

describe('cases', () => {
  const folder = mkdtempSync(join(tmpdir(), 'loopshift-cases-'));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

  afterAll(() => rmSync(folder, { recursive: true }));

  it('are those of the folder: first what stays as it is', () => {
    write('a.input.py', 'x\n');
    write('a.output.py', 'y\n');
    write('a.options.json', '{"python": "3.8"}');
    write('b.input.py', '\uFEFFz\r\n');
    const cases = readCases(folder, { unsafe: true });
    expect(cases.map(({ name, input, output, options }) => [name, input, output, options])).toEqual([
      ['b', '\uFEFFz\r\n', '\uFEFFz\r\n', { unsafe: true }],
      ['a', 'x\n', 'y\n', { unsafe: true, python: '3.8' }],
    ]);
    expect(readSubfolders(folder)).toEqual([]);
  });

  it('must be there, and each file must belong to one', () => {
    const missing = join(folder, 'none');
    expect(() => requireCases(missing, [''])).toThrow(/no case in .*none: one is a file <case>\.input\.py/);
    expect(() => requireCases(folder, [''])).not.toThrow();
    write('c.output.py', '');
    expect(() => requireCases(folder, [''])).toThrow(/c\.output\.py belongs to no case/);
    rmSync(join(folder, 'c.output.py'));
  });

  it('are updated by a file that is written, or taken away', () => {
    const [b, a] = readCases(folder, {});
    if (a === undefined || b === undefined) throw new Error('no cases');
    updateCase(a, a.input);
    updateCase(b, 'other\n');
    expect(readdirSync(folder).filter((name) => name.includes('.output.'))).toEqual(['b.output.py']);
  });
});

defineInlineTest(
  'to-notebook',
  {},
  INPUT,
  INPUT.replace('asyncio.run(main())', 'await main()'),
  'a test from two texts',
);

function note(): Result['diagnostics'][number] {
  const [diagnostic] = run('x = (\n').diagnostics;
  if (diagnostic === undefined) throw new Error('no diagnostic');
  return diagnostic;
}
