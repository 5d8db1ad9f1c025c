import fc from 'fast-check';
import { DocumentError } from '../../src/documents/document.js';
import { openDocument } from '../../src/documents/index.js';
import type { Edit } from '../../src/text.js';

const open = (text: string) => openDocument({ path: 'nb.ipynb', text });

interface Parts {
  readonly cells?: readonly object[];
  readonly metadata?: object;
}

const notebook = ({ cells = [], metadata = {} }: Parts, indent: number | undefined = 1): string =>
  JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, undefined, indent);

const code = (source: string | readonly string[], more: object = {}): object => ({
  cell_type: 'code',
  execution_count: null,
  metadata: {},
  outputs: [],
  source,
  ...more,
});

/** Splices in one place, found by its text. */
const edit = (text: string, from: string, to: string): string => {
  const document = open(text);
  const start = document.code.indexOf(from);
  return document.splice([{ start, end: start + from.length, text: to }]);
};

const failure = (text: string): readonly [string, string, number, number] => {
  try {
    open(text);
  } catch (error) {
    if (error instanceof DocumentError) return [error.code, error.data.join(' '), error.line, error.column];
    throw error;
  }
  throw new Error('no failure');
};

describe('the code of a notebook', () => {
  const text = notebook({
    cells: [
      { cell_type: 'markdown', id: 'intro', metadata: {}, source: ['# Title\n', 'text'] },
      code(['import asyncio\n', 'x = 1'], { id: 'ab-1', metadata: { tags: ['loopshift-skip', 'b'] } }),
      { cell_type: 'raw', metadata: {}, source: 'raw' },
      code([]),
      code('await f()\n'),
    ],
    metadata: {
      kernelspec: { language: 'python', name: 'python3' },
      language_info: { name: 'python', version: '3.9.18' },
    },
  });
  const document = open(text);

  test('joins all cells by one line end that belongs to none', () => {
    expect(document.code).toBe('# Title\ntext\nimport asyncio\nx = 1\nraw\n\nawait f()\n');
    const sources = document.cells.map((cell) => document.code.slice(cell.start, cell.end));
    expect(sources).toEqual(['# Title\ntext', 'import asyncio\nx = 1', 'raw', '', 'await f()\n']);
  });

  test('carries what a cell says of itself', () => {
    expect(document.cells.map(({ kind, index, id, tags, python }) => [kind, index, id, tags, python])).toEqual([
      ['markdown', 1, 'intro', [], false],
      ['code', 2, 'ab-1', ['loopshift-skip', 'b'], true],
      ['raw', 3, undefined, [], false],
      ['code', 4, undefined, [], true],
      ['code', 5, undefined, [], true],
    ]);
    expect(document.pythonVersion).toBe('3.9.18');
    expect(document.interactive).toBe(true);
  });

  test('shows only Python to the parser, line by line', () => {
    expect(document.masked).toBe('       \n    \nimport asyncio\nx = 1\n   \n\nawait f()\n');
  });

  test('locates by cell, its line and its column', () => {
    const at = (part: string) => document.locate(document.code.indexOf(part));
    expect(at('x = 1')).toEqual({ path: 'nb.ipynb', cell: 2, cellId: 'ab-1', line: 2, column: 1 });
    expect(at('f()')).toEqual({ path: 'nb.ipynb', cell: 5, line: 1, column: 7 });
    expect(document.cellAt(document.code.indexOf('\nimport')).index).toBe(1);
    expect(document.cellAt(document.code.length).index).toBe(5);
    expect(document.cellAt(document.code.indexOf('raw') + 4).index).toBe(4);
  });

  test('of a notebook without cells is empty', () => {
    const empty = open('{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}');
    expect(empty.code).toBe('');
    expect(empty.cellAt(0).python).toBe(false);
    expect(empty.splice([])).toBe(empty.source.text);
  });

  test('of nbformat 3 comes from worksheets, input and language', () => {
    const old = open(
      JSON.stringify({
        metadata: { name: '' },
        nbformat: 3,
        worksheets: [
          {
            cells: [
              { cell_type: 'heading', level: 1, source: ['T'] },
              { cell_type: 'code', input: ['a = 1\n', 'b'], language: 'python', outputs: [] },
            ],
          },
          { cells: [{ cell_type: 'code', input: 'SELECT 1', language: 'sql', outputs: [] }] },
        ],
      }),
    );
    expect(old.code).toBe('T\na = 1\nb\nSELECT 1');
    expect(old.cells.map(({ kind, python }) => [kind, python])).toEqual([
      ['markdown', false],
      ['code', true],
      ['code', false],
    ]);
    expect(JSON.parse(old.splice([{ start: 2, end: 3, text: 'c' }])).worksheets[0].cells[1].input).toEqual([
      'c = 1\n',
      'b',
    ]);
  });
});

describe('the kernel', () => {
  const first = (metadata: object) => {
    const document = open(notebook({ cells: [code(['x'])], metadata }));
    return [document.cells[0]?.python, document.notes.flatMap((note) => [note.code, ...note.data])];
  };

  test.each([
    [{}],
    [{ kernelspec: { name: 'python3' } }],
    [{ kernelspec: { name: 'my-env' } }],
    [{ kernelspec: { language: 'python', name: 'ir' } }],
    [{ language_info: { name: 'ipython' } }],
    [{ kernelspec: { language: 'Python', name: 'x' } }],
    [{ kernelspec: null, language_info: 3 }],
  ])('is Python: %j', (metadata) => expect(first(metadata)).toEqual([true, []]));

  test.each([
    [{ kernelspec: { language: 'R', name: 'ir' } }, 'R'],
    [{ language_info: { name: 'typescript' } }, 'typescript'],
    [{ kernelspec: { language: 'python' }, language_info: { name: 'typescript' } }, 'typescript'],
    [{ kernelspec: { name: '.net-csharp' } }, '.net-csharp'],
    [{ kernelspec: { name: 'julia-1.9' } }, 'julia-1.9'],
    [{ kernelspec: { language: 'coconut' } }, 'coconut'],
  ])('is another one: %j', (metadata, language) => expect(first(metadata)).toEqual([false, ['LS110', language]]));

  test('may differ for a single cell', () => {
    const document = open(
      notebook({
        cells: [
          code(['await f();'], { metadata: { vscode: { languageId: 'typescript' } } }),
          code(['await f()'], { metadata: { vscode: { languageId: 'plaintext' } } }),
        ],
      }),
    );
    expect(document.cells.map((cell) => cell.python)).toEqual([false, true]);
  });
});

describe('what is no notebook', () => {
  test.each([
    ['', 'LS104', ''],
    [' \n\t', 'LS104', ''],
    ['\uFEFF', 'LS104', ''],
    ['[]', 'LS103', 'it is a list'],
    ['3', 'LS103', 'it is a single value'],
    ['{"a": 1}', 'LS103', 'it has neither `cells` nor `worksheets`'],
    ['{"cells": {}}', 'LS103', 'it has neither `cells` nor `worksheets`'],
    ['{"cells": [1]}', 'LS103', 'cell 1 is not an object'],
    ['{"cells": [{"source": 1}]}', 'LS103', 'the source of cell 1 is neither a string nor a list of strings'],
    ['{"cells": [{"source": ["a", 1]}]}', 'LS103', 'the source of cell 1 is neither a string nor a list of strings'],
  ])('%j', (text, expected, message) => expect(failure(text).slice(0, 2)).toEqual([expected, message]));

  test('is told at its place', () => {
    expect(failure('{\n "cells": [\n  {"source": ["a"]},]\n}')).toEqual([
      'LS102',
      'expected a value, found `]`',
      3,
      21,
    ]);
    expect(failure('{\n "cells": [}')).toEqual(['LS102', 'expected a value, found `}`', 2, 12]);
    expect(failure('{\n "cells": []\n "x": 1}')).toEqual(['LS102', 'expected `,` or `}`, found `"`', 3, 2]);
    expect(failure('{"cells": []')).toEqual(['LS102', 'expected `,` or `}`, found the end of the file', 1, 13]);
  });
});

describe('a notebook without edits comes back as it was', () => {
  const full: Parts = {
    cells: [
      code(['a = "é😀"\n', 'b = 1\n', '\n'], { outputs: [{ output_type: 'stream', text: ['x\n'] }] }),
      code('single\nstring'),
      code([]),
      code(''),
      { cell_type: 'markdown', metadata: {}, source: ['# é'] },
      code(['inner\nline end', ' and none\n', '']),
    ],
    metadata: { kernelspec: { name: 'python3' } },
  };
  test.each([
    ['indent 1', notebook(full, 1)],
    ['indent 2 and a final line end', `${notebook(full, 2)}\n`],
    ['indent 4', notebook(full, 4)],
    ['one line', notebook(full, 0)],
    ['CRLF', notebook(full, 1).replaceAll('\n', '\r\n')],
    ['byte order mark', `\uFEFF${notebook(full, 1)}`],
    [
      '\\u escapes',
      notebook(full, 1).replace(/[\u0080-\uffff]/g, (u) => `\\u${u.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ],
    ['odd white space', '{ "cells" :[\t{"source":[ "a" ,"b" ] , "cell_type" : "code"} ]  } \n\n'],
  ])('%s', (_name, text) => {
    const document = open(text);
    expect(document.splice([])).toBe(text);
    expect(document.sourceEdits([])).toEqual([]);
  });
});

describe('an edit of a list of lines', () => {
  const file = (...lines: string[]) => notebook({ cells: [code(lines)] });

  test('changes the lines it touches and no other byte', () => {
    expect(edit(file('a\n', 'b\n', 'c'), 'b', 'B')).toBe(file('a\n', 'B\n', 'c'));
  });

  test.each([
    ['a line in front', ['a\n', 'b'], 'a', 'new\na', ['new\n', 'a\n', 'b']],
    ['a line in between', ['a\n', 'b'], 'b', 'x\ny\nb', ['a\n', 'x\n', 'y\n', 'b']],
    ['a line behind the last one', ['a\n', 'b'], 'b', 'b\nc', ['a\n', 'b\n', 'c']],
    ['a removed first line', ['a\n', 'b\n', 'c'], 'a\n', '', ['b\n', 'c']],
    ['a removed middle line', ['a\n', 'b\n', 'c'], 'b\n', '', ['a\n', 'c']],
    ['a removed last line', ['a\n', 'b\n', 'c'], 'c', '', ['a\n', 'b\n']],
    ['two lines joined', ['a\n', 'b\n', 'c'], 'a\nb', 'ab', ['ab\n', 'c']],
    ['a removed line end', ['a\n', 'b\n', 'c'], '\nb', 'b', ['ab\n', 'c']],
    ['three lines as one', ['a\n', 'b\n', 'c\n', 'd'], 'a\nb\nc\n', 'x\n', ['x\n', 'd']],
    ['everything', ['a\n', 'b'], 'a\nb', 'x', ['x']],
    ['nothing left', ['a\n', 'b'], 'a\nb', '', []],
    ['CRLF', ['a\r\n', 'b\r\n'], 'b', 'x\r\nb', ['a\r\n', 'x\r\n', 'b\r\n']],
    ['a quote and a tab', ['a\n', 'b'], 'a', '"\t\\', ['"\t\\\n', 'b']],
    ['elements that are no lines', ['a', 'b\nc\n', 'd'], 'c', 'C', ['a', 'b\nC\n', 'd']],
    ['all lines in one element', ['a\nb\nc'], 'b', 'B', ['a\nB\nc']],
    ['a line more in one element', ['a\nb\nc'], 'b', 'b\nB', ['a\nb\nB\nc']],
    ['a line behind one element', ['a\nb'], 'b', 'b\nB', ['a\nb\nB']],
    ['a line less in one element', ['a\nb\nc\n', 'd'], 'b\n', '', ['a\nc\n', 'd']],
    ['the last line of an element', ['a\nb\n', 'c'], 'b\n', 'B\n', ['a\nB\n', 'c']],
    ['the last line of an element away', ['a\nb\n', 'c'], 'b\n', '', ['a\n', 'c']],
    ['one line of two elements', ['a\nb\n', 'c\nd'], 'b\nc', 'x', ['a\nx\nd']],
    ['a line in front of an element', ['a\nb\n', 'c\nd'], 'c', 'x\nc', ['a\nb\n', 'x\nc\nd']],
  ])('%s', (_name, lines, from, to, expected) => {
    expect(edit(file(...lines), from, to)).toBe(file(...expected));
  });

  test('appends behind a last line that has its line end', () => {
    const document = open(file('a\n', 'b\n'));
    const end = document.code.length;
    expect(document.splice([{ start: end, end, text: 'c' }])).toBe(file('a\n', 'b\n', 'c'));
  });

  test('removes every line one by one', () => {
    const document = open(file('a\n', 'b\n', 'c\n'));
    const edits = [0, 2, 4].map((start) => ({ start, end: start + 2, text: '' }));
    expect(document.splice(edits)).toBe(file());
  });

  test('fills an empty list in the style of the file', () => {
    for (const indent of [1, 2, 4]) {
      const text = notebook({ cells: [code(['a']), code([])] }, indent);
      const document = open(text);
      const end = document.code.length;
      expect(document.splice([{ start: end, end, text: 'x\ny' }])).toBe(
        notebook({ cells: [code(['a']), code(['x\n', 'y'])] }, indent),
      );
    }
  });

  test.each([0, 1, 2, 4])('fills the only empty list of a file of indent %i', (indent) => {
    const document = open(notebook({ cells: [code([])] }, indent));
    expect(document.splice([{ start: 0, end: 0, text: 'x\ny' }])).toBe(
      notebook({ cells: [code(['x\n', 'y'])] }, indent),
    );
  });

  test('keeps a single-line file on one line', () => {
    const python = '{"cells": [{"cell_type": "code", "source": ["a"]}], "metadata": {}}';
    expect(edit(python, 'a', 'a\nb')).toBe(
      '{"cells": [{"cell_type": "code", "source": ["a\\n", "b"]}], "metadata": {}}',
    );
    const compact = '{"cells":[{"cell_type":"code","source":["a"]}],"metadata":{}}';
    expect(edit(compact, 'a', 'a\nb')).toBe('{"cells":[{"cell_type":"code","source":["a\\n","b"]}],"metadata":{}}');
  });

  test('keeps the escapes of what it does not replace', () => {
    const text = '{"cells": [{"cell_type": "code", "source": ["x = \\"\\u00e9\\/\\"\\n", "y"]}]}';
    expect(edit(text, 'x', 'zz')).toBe(text.replace('x =', 'zz ='));
    expect(edit(text, 'x', 'ü')).toBe(text.replace('x =', '\\u00fc ='));
    const raw = text.replace('y', 'é');
    expect(edit(raw, 'x', 'ü')).toBe(raw.replace('x =', 'ü ='));
  });
});

describe('an edit of a single string', () => {
  test.each([
    ['a\nb', 'b', 'x\ny', 'a\nx\ny'],
    ['', '', 'x\n', 'x\n'],
    ['a\n"b"', 'a\n"b"', '', ''],
  ])('%j', (before, from, to, after) => {
    expect(edit(notebook({ cells: [code(before)] }), from, to)).toBe(notebook({ cells: [code(after)] }));
  });
});

test('an edit that leaves its cell is a bug', () => {
  const document = open(notebook({ cells: [code(['a']), code(['b'])] }));
  expect(() => document.splice([{ start: 0, end: 2, text: '' }])).toThrow('does not stand in one cell');
  expect(() => document.splice([{ start: 0, end: 3, text: '' }])).toThrow('does not stand in one cell');
});

describe('stale errors', () => {
  const stale = {
    ename: 'RuntimeError',
    evalue: 'asyncio.run() cannot be called from a running event loop',
    output_type: 'error',
    traceback: ['x'],
  };
  const other = { name: 'stdout', output_type: 'stream', text: ['RuntimeError'] };
  const real = { ename: 'ValueError', evalue: 'x', output_type: 'error', traceback: [] };
  const nested = { ...stale, evalue: 'This event loop is already running' };
  const file = (...outputs: object[]) =>
    notebook({ cells: [code(['x'], { outputs }), code(['y'], { outputs: [stale] })] });

  test.each([
    [[stale], []],
    [[nested, stale], []],
    [[stale, other], [other]],
    [[other, stale], [other]],
    [
      [other, stale, real],
      [other, real],
    ],
    [[stale, real, nested], [real]],
    [
      [real, other],
      [real, other],
    ],
  ])('%#', (before, after) => {
    const document = open(file(...before));
    expect(document.splice([], { clearErrors: [1] })).toBe(file(...after));
    expect(document.splice([])).toBe(document.source.text);
  });

  test('go along with edits, only in the cells named', () => {
    const document = open(file(stale));
    const edits = [{ start: 0, end: 1, text: 'await x' }];
    const expected = notebook({ cells: [code(['await x'], { outputs: [] }), code(['y'], { outputs: [stale] })] });
    expect(document.splice(edits, { clearErrors: [1] })).toBe(expected);
    expect(document.splice([], { clearErrors: [9] })).toBe(document.source.text);
  });
});

/** Where one element of a source ends and the next one starts. */
const boundaries = (source: string | readonly string[] = ''): readonly number[] =>
  typeof source === 'string' ? [] : source.slice(0, -1).map((_, index) => source.slice(0, index + 1).join('').length);

const touches = ({ start, end }: Edit, at: number): boolean => start <= at && at <= end;

describe('any edits of any notebook', () => {
  const line = fc.constantFrom('a\n', 'b = "é"\n', '\n', 'c', '', '😀\n', 'd\ne', '"\t\\\r\n', 'end\n');
  const source = fc.oneof(
    { weight: 5, arbitrary: fc.array(line, { maxLength: 6 }) },
    { weight: 1, arbitrary: fc.array(line, { maxLength: 4 }).map((lines) => lines.join('')) },
  );
  const insertion = fc.constantFrom('', 'x', 'x\n', 'x\ny', '\n', 'await ', 'é');
  const arbitrary = fc.record({
    sources: fc.array(source, { minLength: 1, maxLength: 4 }),
    indent: fc.constantFrom(0, 1, 2, 4),
    cuts: fc.array(fc.record({ at: fc.nat(60), length: fc.nat(8), text: insertion }), { maxLength: 5 }),
  });

  test('change the sources as text is changed, and nothing else', () => {
    fc.assert(
      fc.property(arbitrary, ({ sources, indent, cuts }) => {
        const text = notebook({ cells: sources.map((each) => code(each)) }, indent);
        const document = open(text);
        const edits: Edit[] = [];
        const expected = document.cells.map((cell) => document.code.slice(cell.start, cell.end));
        let free = 0;
        for (const cut of [...cuts].sort((a, b) => a.at - b.at)) {
          const cell = document.cellAt(cut.at);
          const start = Math.max(cut.at, free);
          const end = Math.min(start + cut.length, cell.end);
          // Not within a surrogate pair, which JSON text may hold as one character.
          if (start > cell.end || /[\uD800-\uDFFF]/.test(document.code.slice(Math.max(start - 1, 0), end + 1)))
            continue;
          edits.push({ start, end, text: cut.text });
          free = end + 1;
        }
        for (const { start, end, text: inserted } of [...edits].reverse()) {
          const cell = document.cellAt(start);
          const before = expected[cell.index - 1] ?? '';
          expected[cell.index - 1] = before.slice(0, start - cell.start) + inserted + before.slice(end - cell.start);
        }
        const output = document.splice(edits);
        const parsed = JSON.parse(output);
        const joined = parsed.cells.map((cell: { source: string | string[] }) =>
          Array.isArray(cell.source) ? cell.source.join('') : cell.source,
        );
        expect(joined).toEqual(expected);
        const kinds = parsed.cells.map((cell: { source: unknown }) => typeof cell.source);
        expect(kinds).toEqual(sources.map((each) => typeof each));
        for (const cell of document.cells) {
          const own = edits.filter((each) => cell.start <= each.start && each.end <= cell.end);
          const kept = boundaries(sources[cell.index - 1]).filter(
            (at) => !own.some((each) => touches(each, cell.start + at)),
          );
          const shift = (at: number) =>
            own
              .filter((each) => each.end < cell.start + at)
              .reduce((sum, each) => sum + each.text.length - each.end + each.start, at);
          expect(boundaries(parsed.cells[cell.index - 1].source)).toEqual(expect.arrayContaining(kept.map(shift)));
        }
        // All but the sources is the same text, in the same style.
        expect(output).toBe(
          notebook({ cells: parsed.cells.map((cell: { source: string[] }) => code(cell.source)) }, indent),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
