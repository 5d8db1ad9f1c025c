import { exportNotebook } from '../src/export-notebook.js';
import { loadParser } from '../src/python/parser.js';

beforeAll(() => loadParser());

interface NotebookCell {
  readonly cell_type: string;
  readonly id: string;
  readonly metadata: object;
  readonly source: readonly string[];
}

function cellsOf(text: string, path = 'a.py'): readonly NotebookCell[] {
  const { output } = exportNotebook({ path, text });
  return (JSON.parse(output as string) as { cells: readonly NotebookCell[] }).cells;
}

function sources(text: string): readonly string[] {
  return cellsOf(text).map((cell) => cell.source.join(''));
}

describe('a script without marks', () => {
  it('has one cell for what opens it, and one for each paragraph', () => {
    const text = `#!/usr/bin/env python3
"""What it does."""
from __future__ import annotations

import json

import sys

# Where they are
URLS = ['a']
LIMIT = 2

if __name__ == '__main__':
    print(URLS)

    print(LIMIT, json, sys)
`;
    expect(sources(text)).toEqual([
      '#!/usr/bin/env python3\n"""What it does."""\nfrom __future__ import annotations\n\nimport json\n\nimport sys',
      "# Where they are\nURLS = ['a']\nLIMIT = 2",
      "if __name__ == '__main__':\n    print(URLS)\n\n    print(LIMIT, json, sys)",
    ]);
  });

  it('gives each function and class a cell, with the comments above', () => {
    const text =
      'x = 1; y = 2\n# about f\ndef f():\n    pass\nz = 3\n# about K\n@deco\nclass K:\n    pass\n# the end\n';
    expect(sources(text)).toEqual([
      'x = 1; y = 2',
      '# about f\ndef f():\n    pass',
      'z = 3',
      '# about K\n@deco\nclass K:\n    pass',
      '# the end',
    ]);
  });

  it('keeps a comment of its own with what follows, and strings whole', () => {
    expect(sources('# Part one\n\nx = """\n\na\n\n"""\n')).toEqual(['# Part one\n\nx = """\n\na\n\n"""']);
  });

  it('is one cell where it cannot be read', () => {
    expect(sources('x = (\n\ny = 2\n')).toEqual(['x = (\n\ny = 2']);
  });

  it('is no cell where it is empty', () => {
    expect(sources('\n\n')).toEqual([]);
  });

  it('is converted as a notebook, and loses the cells that this empties', () => {
    const text = `import asyncio


async def double(x):
    return 2 * x


print(asyncio.run(double(21)))
`;
    expect(sources(text)).toEqual(['async def double(x):\n    return 2 * x', 'print(await double(21))']);
    const { result } = exportNotebook({ path: 'a.py', text });
    expect(result.sites.map(({ status, location }) => ({ status, location }))).toEqual([
      { status: 'converted', location: { path: 'a.py', line: 8, column: 7 } },
    ]);
    expect(text.slice(result.sites[0]?.at.start, result.sites[0]?.at.end)).toBe('asyncio.run(double(21))');
  });

  it('reports places in the script, whatever its line ends', () => {
    const text =
      'import asyncio\r\n\r\nasync def c(): pass\r\n\r\nclass K:\r\n    x = asyncio.run(c(), debug=True)\r\n';
    const { result } = exportNotebook({ path: 'a.py', text });
    expect(result.sites.map(({ code, location, at }) => [code, location.line, text.slice(at.start, at.end)])).toEqual([
      ['LS207', 6, 'asyncio.run(c(), debug=True)'],
    ]);
  });

  it('gives the same notebook each time', () => {
    const text = 'x = 1\n\nx = 1\n\nprint(x)\n';
    expect(cellsOf(text)).toEqual(cellsOf(text));
    expect(new Set(cellsOf(text).map(({ id }) => id)).size).toBe(3);
  });

  it('fails where it is not what it claims', () => {
    const { result, output } = exportNotebook({ path: 'a.ipynb', text: '{' });
    expect([result.status, output]).toEqual(['failed', undefined]);
  });
});

describe('a script with marks', () => {
  it('has their cells', () => {
    const text = `import asyncio

# %% [markdown]
# # Title
#
# Some *text*

# %% Load tags=["slow"]
x = 1

x
# %%

# %% [markdown]
"""
Quoted
"""
# %%
%matplotlib inline
asyncio.run(asyncio.sleep(0))
`;
    expect(cellsOf(text).map(({ cell_type, metadata, source }) => [cell_type, metadata, source.join('')])).toEqual([
      ['code', {}, 'import asyncio'],
      ['markdown', {}, '# Title\n\nSome *text*'],
      ['code', { tags: ['slow'] }, '# Load\nx = 1\n\nx'],
      ['code', {}, ''],
      ['markdown', {}, 'Quoted'],
      ['code', {}, '%matplotlib inline\nawait asyncio.sleep(0)'],
    ]);
  });

  it('of Databricks has theirs', () => {
    const text = `# Databricks notebook source
# MAGIC %md
# MAGIC # Title

# COMMAND ----------

x = 1

# COMMAND ----------

# MAGIC %sql
# MAGIC SELECT 1

# COMMAND ----------

# MAGIC %pip install httpx
`;
    expect(cellsOf(text).map(({ cell_type, source }) => [cell_type, source.join('')])).toEqual([
      ['markdown', '# Title'],
      ['code', 'x = 1'],
      ['code', '%%sql\nSELECT 1'],
      ['code', '%pip install httpx'],
    ]);
  });
});
