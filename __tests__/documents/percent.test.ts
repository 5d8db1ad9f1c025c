import { openDocument } from '../../src/documents/index.js';

const open = (text: string, path = 'a.py') => openDocument({ path, text });

const sources = (text: string): readonly string[] => {
  const document = open(text);
  return document.cells.map((cell) => document.code.slice(cell.start, cell.end));
};

describe('a file in cells', () => {
  test.each([
    '# %%\nx = 1\n',
    '#%%\nx = 1\n',
    '# %% Title\nx\n',
    '# %%%% Deeper\nx\n',
    '#%%[markdown]\n# x\n',
    'x\n# %%',
    'x = """\n"""\n# %%\n',
    'x\r\n# %%\r\ny\r\n',
    '\uFEFF# %%\nx\n',
    '# Databricks notebook source\nx = 1\n',
    'x\n\n# COMMAND ----------\n\ny\n',
  ])('is known by its marks: %j', (text) => {
    const document = open(text);
    expect(document.format).toBe('percent');
    expect(document.interactive).toBe(true);
    expect(document.masked.length).toBe(document.code.length);
    expect(document.splice([])).toBe(text);
  });

  test.each([
    '',
    'x = 1\n',
    'x = """\n# %%\n"""\n',
    "'''\n# %%\n'''\n",
    '  # %%\n',
    'x  # %%\n',
    '# %%time\nx\n',
    '# % x\n',
    '#%%%%%%%%%%%%%%%%%%%%%\n# Title\n',
    'x = [\n# %%\n]\n',
    'x = \\\n# %%\n',
    '# COMMAND -----\n',
    '"""\n# Databricks notebook source\n"""',
    '# In[1]:\n\nx = 1\n',
  ])('is not made by what only looks like a mark: %j', (text) => expect(open(text).format).toBe('python'));

  test('is no notebook under another name', () => {
    expect(open('# %%\n', 'a.txt').format).toBe('python');
    expect(open('x = 1\n%cd ..\n', 'a.ipy').masked).toBe('x = 1\n0     \n');
  });

  test('has its marks in its cells, and nothing between them', () => {
    expect(sources('import x\n\n# %% a\nx\n\n# %% [markdown]\n# text\n# %%\ny')).toEqual([
      'import x\n\n',
      '# %% a\nx\n\n',
      '# %% [markdown]\n# text\n',
      '# %%\ny',
    ]);
    expect(sources('\n# %%\nx')).toEqual(['# %%\nx']);
    expect(sources('x = f(\n# %%\n)\n# %%\ny')).toEqual(['x = f(\n# %%\n)\n', '# %%\ny']);
  });

  test('locates by line of the file', () => {
    const document = open('\uFEFF# %%\nx\n# %%\ny\n');
    expect(document.locate(document.code.indexOf('y'))).toEqual({ path: 'a.py', line: 4, column: 1 });
    expect(document.cellAt(document.code.indexOf('y')).index).toBe(2);
    expect(document.cellAt(document.code.lastIndexOf('#')).index).toBe(2);
    expect(document.splice([{ start: 5, end: 6, text: 'z' }])).toBe('\uFEFF# %%\nz\n# %%\ny\n');
  });
});

describe('the kind of a cell', () => {
  const kinds = (text: string) => open(text).cells.map(({ kind, python }) => [kind, python]);

  test.each([
    ['# %% [markdown]\n# text\n', [['markdown', false]]],
    ['# %% Title [md]\n# text\n', [['markdown', false]]],
    ['# %% [markdown]\n"""\n# Title\nawait x\n"""\n', [['markdown', false]]],
    ['# %% [raw]\n# x\n', [['raw', false]]],
    ['# %%\n# only a comment\n', [['code', true]]],
    // Code runs with the file, whatever its mark says.
    ['# %% [markdown]\n# text\nimport asyncio\n', [['code', true]]],
    ['# %% [markdown]\n"""a""" + f() + """b"""\n', [['code', true]]],
    ['# %% [markdown]\nx = """\ntext\n"""\n', [['code', true]]],
  ])('%j', (text, expected) => expect(kinds(text)).toEqual(expected));

  test('comes with tags and id', () => {
    const [cell] = open('# %% Title tags=["loopshift-skip", "b"] id="a-1"\nx\n').cells;
    expect(cell).toMatchObject({ tags: ['loopshift-skip', 'b'], id: 'a-1' });
  });

  test('is told by MAGIC comments in Databricks files', () => {
    const text = [
      '# Databricks notebook source',
      '# MAGIC %md',
      '# MAGIC # Title',
      '',
      '# COMMAND ----------',
      '',
      '# MAGIC %sql',
      '# MAGIC SELECT 1',
      '',
      '# COMMAND ----------',
      '',
      '# DBTITLE 1,Run it',
      'await f()',
      '',
      '# COMMAND ----------',
      '',
      '# MAGIC %run ./other',
      '',
    ].join('\n');
    expect(kinds(text)).toEqual([
      ['markdown', false],
      ['code', false],
      ['code', true],
      ['code', true],
    ]);
    expect(open(text).splice([])).toBe(text);
  });
});

describe('magics in a cell', () => {
  test.each([
    ['# %%\n%time f()\n!ls\nx?\n', '# %%\n0;    f()\n0  \n0 \n'],
    ['# %%\n%%time\nf()\n', '# %%\n      \nf()\n'],
    ['# %%\n\n%%bash\necho "it\'s (\n# %%\nx\n', '# %%\n\n      \n            \n# %%\nx\n'],
    ['!echo (\n# %%\nx = !echo [\n# %%\ny', '0      \n# %%\nx = 0      \n# %%\ny'],
    ['# %%\n# %time f()\n# %%bash\nx', '# %%\n# %time f()\n# %%bash\nx'],
  ])('are masked: %j', (text, expected) => expect(open(text).masked).toBe(expected));

  test('hand the cell to something else', () => {
    const document = open('# %%\n%%bash\nls\n# %%\nx\n');
    expect(document.cells.map((cell) => cell.python)).toEqual([false, true]);
  });
});
