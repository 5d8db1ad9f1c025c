import { composeNotebook, composePercent } from '../../src/documents/compose.js';
import { openDocument } from '../../src/documents/index.js';

const cells = [
  { kind: 'markdown', text: '# Title\n\ntext é\n' },
  { kind: 'code', text: 'import asyncio\r\nasyncio.run(main())\r\n' },
  { kind: 'raw', text: 'raw' },
  { kind: 'code', text: '' },
  { kind: 'code', text: '' },
] as const;

describe('a new notebook', () => {
  const text = composeNotebook(cells, { python: '3.11' });

  test('reads as its cells', () => {
    const document = openDocument({ path: 'a.ipynb', text });
    expect(document.cells.map((cell) => [cell.kind, document.code.slice(cell.start, cell.end)])).toEqual([
      ['markdown', '# Title\n\ntext é'],
      ['code', 'import asyncio\nasyncio.run(main())'],
      ['raw', 'raw'],
      ['code', ''],
      ['code', ''],
    ]);
    expect(document.pythonVersion).toBe('3.11');
    expect(document.notes).toEqual([]);
  });

  test('has ids of its own that do not change', () => {
    const ids = openDocument({ path: 'a.ipynb', text }).cells.map((cell) => cell.id);
    expect(new Set(ids).size).toBe(cells.length);
    for (const id of ids) expect(id).toMatch(/^[\da-f]{8}$/);
    expect(composeNotebook(cells, { python: '3.11' })).toBe(text);
  });

  test('is written as Jupyter writes it', () => {
    const [, code] = JSON.parse(text).cells;
    expect(Object.keys(code)).toEqual(['cell_type', 'execution_count', 'id', 'metadata', 'outputs', 'source']);
    expect(code.source).toEqual(['import asyncio\n', 'asyncio.run(main())']);
    expect(text.startsWith('{\n "cells": [\n  {\n   "cell_type": "markdown",\n')).toBe(true);
    expect(text.endsWith('\n "nbformat_minor": 5\n}\n')).toBe(true);
    expect(JSON.parse(composeNotebook([])).metadata.language_info).toEqual({ name: 'python' });
  });
});

describe('a new percent-format file', () => {
  test('has its Markdown in comments', () => {
    expect(composePercent(cells)).toBe(
      [
        '# %% [markdown]',
        '# # Title',
        '#',
        '# text é',
        '',
        '# %%',
        'import asyncio',
        'asyncio.run(main())',
        '',
        '# %% [raw]',
        '# raw',
        '',
        '# %%',
        '',
        '# %%',
        '',
      ].join('\n'),
    );
  });

  test('reads as its cells', () => {
    const document = openDocument({ path: 'a.py', text: composePercent(cells) });
    expect(document.format).toBe('percent');
    expect(document.cells.map((cell) => [cell.kind, cell.python])).toEqual([
      ['markdown', false],
      ['code', true],
      ['raw', false],
      ['code', true],
      ['code', true],
    ]);
  });

  test('of no cells is empty', () => expect(composePercent([])).toBe(''));
});
