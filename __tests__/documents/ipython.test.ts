import type { Magic } from '../../src/documents/document.js';
import { openDocument } from '../../src/documents/index.js';

/** A notebook of one code cell. */
const cell = (source: string, options: object = {}, metadata: object = {}) =>
  openDocument(
    { path: 'nb.ipynb', text: JSON.stringify({ cells: [{ cell_type: 'code', metadata: {}, source }], metadata }) },
    options,
  );

/** `0` stands for itself, `~` for a space: so that lengths can be seen. */
const masked = (source: string): string => cell(source).masked.replaceAll(' ', '~');

const magics = (source: string) => {
  const document = cell(source);
  return document.magics.map((magic: Magic) => ({
    kind: magic.kind,
    name: magic.name,
    argument: magic.argument,
    ...(magic.body === undefined ? {} : { body: document.code.slice(magic.body.start, magic.body.end) }),
    ...(magic.target === undefined ? {} : { target: magic.target }),
  }));
};

describe('masked at equal length', () => {
  test.each([
    // Line magics.
    ['%matplotlib inline', '0~~~~~~~~~~~~~~~~~'],
    ['x = 1\n%pip install a\ny', 'x~=~1\n0~~~~~~~~~~~~~\ny'],
    ['if True:\n    %cd x\n    y', 'if~True:\n~~~~0~~~~\n~~~~y'],
    ['if x:\n\t%cd', 'if~x:\n\t0~~'],
    ['%', '0'],
    ['%time y = f()', '0;~~~~y~=~f()'],
    ['%time f(); g()', '0;~~~~f();~g()'],
    ['%timeit -n1 -r 1 -q f()', '0;~~~~~~~~~~~~~~~~~~f()'],
    ['%timeit -qo f()', '0;~~~~~~~~~~f()'],
    ['%prun -s cumtime -l 10 f()', '0;~~~~~~~~~~~~~~~~~~~~~f()'],
    ['%prun -T "my file.txt" f()', '0;~~~~~~~~~~~~~~~~~~~~~f()'],
    ['%time for x in y: f(x)', '0;~~~~~~~~~~~~~~~~f(x)'],
    ['%time for x in {1: "a:b"}: f(x)', '0;~~~~~~~~~~~~~~~~~~~~~~~~~f(x)'],
    ['%time with (lambda: a)() as x: f(x)', '0;~~~~~~~~~~~~~~~~~~~~~~~~~~~~~f(x)'],
    ['%time def f(): pass', '0~~~~~~~~~~~~~~~~~~'],
    ['%time', '0~~~~'],
    ['%time -x', '0;~~~~-x'],
    ['%%time x', '~~~~~~~~'],
    ['# c\n%%time\nx', '#~c\n0~~~~~\nx'],
    ['%run a.py "b', '0~~~~~~~~~~~'],
    // Continued by backslashes.
    ['!a && \\\n  b\nx', '0~~~~~~\n~~~\nx'],
    ['!a && \\\r\n  b\r\nx', '0~~~~~~\r\n~~~\r\nx'],
    ['%time f(1, \\\n  2)\nx', '0;~~~~f(1,~\\\n~~2)\nx'],
    ['%timeit -n1 \\\n f()\nx', '0;~~~~~~~~~~\\\n~f()\nx'],
    // Assignments.
    ['z = %time f()', 'z~=~~~~~~~f()'],
    ['z = %timeit -o f()', 'z~=~~~~~~~~~~~~f()'],
    ['x = !ls "a', 'x~=~0~~~~~'],
    ['x = !ls; await f()', 'x~=~0~~~~~~~~~~~~~'],
    ['a, b = !ls', 'a,~b~=~0~~'],
    ['x: list = !ls', 'x:~list~=~0~~'],
    ['d["a=1"] = !ls', 'd["a=1"]~=~0~~'],
    ['x=!ls', 'x=0~~'],
    ['r = %sql select 1', 'r~=~0~~~~~~~~~~~~'],
    ['if x:\n  y = !a (\nz', 'if~x:\n~~y~=~0~~~\nz'],
    // Shell.
    ['!echo "it\'s', '0~~~~~~~~~~'],
    ['!!ls\nx', '0~~~\nx'],
    ['!echo (\nx', '0~~~~~~\nx'],
    // Help.
    ['f?', '0~'],
    ['f.g??\nx', '0~~~~\nx'],
    ['?f', '0~'],
    ['??f', '0~~'],
    ['?', '0'],
    ['%time?', '0~~~~~'],
    ['%%time?\nx', '0~~~~~~\nx'],
    ['await c(5)\nc?', 'await~c(5)\n0~'],
    ['x = f?', '0~~~~~'],
    ['np.*load*?', '0~~~~~~~~~'],
    // Automatic calls.
    ['/f a', '0~~~'],
    [',f a b', '0~~~~~'],
  ])('%j', (source, expected) => {
    const result = masked(source);
    expect(result).toHaveLength(source.length);
    expect(result).toBe(expected);
  });

  test.each([
    'x = """\n%time f()\n!ls\nf?\n"""',
    "x = '''\n%%bash\n'''",
    'x = f(\n  a\n  % b\n)',
    'x = [\n!\n]',
    'x = 1 + \\\n%y',
    'x = "a\\\n%time f()"',
    'x = a \\\n  % b',
    'if a != b: pass',
    'x = a % b',
    'x %= 2',
    'x = y == !z',
    '# f?',
    'x  # what?',
    '"f?"',
    'f("?")',
    'f(a=1)',
    'x = f"{a!r}"',
    'x = f"{a:%Y}"',
    'x = f"{d["%"]}"\ny = f"{d["("]}"\nz = 1',
    'x = f"""{\n%time\n}"""',
    "x = f'{a:'>10}'",
    'x = rf"\\{a}"',
    'x = "\\\\"\ny',
    'ls - la\nx',
    'cat = 1\ncat in x\npip.main()\npip (1)\ncd[0]\nls: int',
    'get_ipython().run_line_magic("time", "f()")',
    'await f()',
    'time = 3\ntime - 2',
    'a // b',
    'def f():\n    x = """\n    %cd\n    """\n    return x',
    'class A:\n    """What?"""',
    'print("""a\n%b\n""", """\n!c\n""")',
  ])('leaves Python alone: %j', (source) => expect(cell(source).masked).toBe(source));

  test('leaves alone what is no help either', () => {
    for (const source of ['x = [1,\n?', 'x = a \\\n?', 'x = """\nf?', 'f()?', 'f? # c'])
      expect(cell(source).masked).toBe(source);
  });

  test.each([
    ['>>> def f():\n...     return 1\n>>> %cd a\n>>>\n', '~~~~def~f():\n~~~~~~~~return~1\n~~~~0~~~~\n~~~\n'],
    ['In [1]: def f():\n   ...:     pass\n', '~~~~~~~~def~f():\n~~~~~~~~~~~~pass\n'],
    // All lines or none.
    ['x = 1\n>>> y', 'x~=~1\n>>>~y'],
    ['def f():\n    ...\n', 'def~f():\n~~~~...\n'],
  ])('prompts become spaces: %j', (source, expected) => expect(masked(source)).toBe(expected));

  test('goes on after a string that its line does not close', () => {
    expect(masked("x = 'a\n%cd y")).toBe("x~=~'a\n0~~~~");
  });

  test('ends what a magic opens with its line', () => {
    expect(masked('%time f("""\n!ls')).toBe('0;~~~~f("""\n0~~');
  });
});

describe('cell magics', () => {
  test.each([
    ['%%time\nx = f()', '~~~~~~\nx~=~f()'],
    ['\n\n%%time\nx', '\n\n~~~~~~\nx'],
    ['  %%time\n  x', '~~~~~~~~\n~~x'],
    ['%%capture out\nx\n!ls', '~~~~~~~~~~~~~\nx\n0~~'],
    ['%%timeit -n1 y = 2\nx', '~~~~~~~~~~~~~~~~~~\nx'],
    ['%%prun\nx', '~~~~~~\nx'],
    ['%%debug\nx', '~~~~~~~\nx'],
    ['%%time\n%%capture\nx', '~~~~~~\n~~~~~~~~~\nx'],
    ['%%time\r\nx\r\n', '~~~~~~\r\nx\r\n'],
  ])('with Python below: %j', (source, expected) => {
    expect(masked(source)).toBe(expected);
    expect(cell(source).cells[0]?.python).toBe(true);
    expect(cell(source).notes).toEqual([]);
  });

  test.each([
    ...'bash sh script html HTML javascript js latex markdown svg SVG writefile file perl ruby cmd sql R cython pypy python'.split(
      ' ',
    ),
    ...'python2 python3 system sx ! local spark bigquery'.split(' '),
  ])('%%%%%s hands its cell to something else', (name) => {
    const document = cell(`%%${name} a b\nasyncio.run(x)\n`);
    expect(document.masked).toMatch(/^ +\n {14}\n$/);
    expect(document.cells[0]?.python).toBe(false);
    expect(document.notes).toEqual([]);
    expect(document.magics).toEqual([{ start: 0, end: document.code.length, kind: 'cell', name, argument: 'a b' }]);
  });

  test('that are unknown are told', () => {
    const document = cell('\n%%ipytest -q\nx');
    expect(document.masked).toBe('\n            \n ');
    expect(document.cells[0]?.python).toBe(false);
    expect(document.notes).toEqual([{ at: { start: 1, end: 13 }, code: 'LS112', data: ['ipytest'] }]);
  });

  test('may be configured', () => {
    const document = cell('%%ipytest -q\nx', { pythonCellMagics: ['ipytest'] });
    expect(document.masked).toBe('            \nx');
    expect(document.cells[0]?.python).toBe(true);
    expect(document.notes).toEqual([]);
  });

  test('under another one', () => {
    const document = cell('%%time\n%%bash\nls');
    expect(document.masked).toBe('      \n      \n  ');
    expect(document.cells[0]?.python).toBe(false);
  });
});

describe('what a magic says of itself', () => {
  test.each([
    ['%%time\nx', [{ kind: 'cell', name: 'time', argument: '', body: 'x' }]],
    ['%%time', [{ kind: 'cell', name: 'time', argument: '' }]],
    [
      '%%capture --no-stderr out\nx',
      [{ kind: 'cell', name: 'capture', argument: '--no-stderr out', body: 'x', target: 'out' }],
    ],
    ['%%bash -s 1\nx', [{ kind: 'cell', name: 'bash', argument: '-s 1' }]],
    ['%time y = f()', [{ kind: 'line', name: 'time', argument: 'y = f()', body: 'y = f()' }]],
    [
      '%time for x in y: f(x)',
      [{ kind: 'line', name: 'time', argument: 'for x in y: f(x)', body: 'for x in y: f(x)' }],
    ],
    ['z = %timeit -o f()', [{ kind: 'line', name: 'timeit', argument: '-o f()', body: 'f()', target: 'z' }]],
    ['%autoawait trio', [{ kind: 'line', name: 'autoawait', argument: 'trio' }]],
    ['# c\n%%time\nx', [{ kind: 'line', name: 'time', argument: '' }]],
    ['!a \\\n  b', [{ kind: 'shell', name: '!', argument: 'a b' }]],
    ['x = !ls', [{ kind: 'shell', name: '!', argument: 'ls', target: 'x' }]],
    ['x: list = !ls', [{ kind: 'shell', name: '!', argument: 'ls', target: 'x' }]],
    ['f??', [{ kind: 'help', name: '??', argument: 'f' }]],
    ['?f.g', [{ kind: 'help', name: '?', argument: 'f.g' }]],
    ['%time?', [{ kind: 'help', name: '?', argument: '%time' }]],
    ['pip install x', [{ kind: 'automagic', name: 'pip', argument: 'install x' }]],
  ])('%j', (source, expected) => expect(magics(source)).toEqual(expected));

  test('is found from inside', () => {
    const document = cell('%%time\nx\n%timeit f()\nz = %time g()\n');
    const at = (text: string) => {
      const magic = document.magicAt(document.code.indexOf(text));
      return magic === undefined ? undefined : [magic.kind, magic.name];
    };
    expect(at('%%time')).toEqual(['cell', 'time']);
    expect(at('x')).toEqual(['cell', 'time']);
    expect(at('f()')).toEqual(['line', 'timeit']);
    expect(at('\nz')).toEqual(['cell', 'time']);
    expect(at('z =')).toEqual(['cell', 'time']);
    expect(at('g()')).toEqual(['line', 'time']);
    expect(document.magicAt(document.code.length)).toBeUndefined();
    expect(cell('x').magicAt(0)).toBeUndefined();
  });
});

describe('automagic', () => {
  test.each([
    'pip install x',
    'pip install -q x',
    'conda install -c conda-forge x',
    'cd ..',
    'cd ../x',
    'cd ~/x',
    'cat "a b"',
    'mkdir x',
    'ls $HOME',
    'x = 1\npip install y\nz = 2',
    'if x:\n    cd y',
  ])('is masked where the line is no Python: %j', (source) => expect(cell(source).magics[0]?.kind).toBe('automagic'));

  test.each(['ls', 'pwd', 'ls -la', 'cd /tmp', 'run a.py', 'time f()', 'load_ext autoreload', 'rm *.py'])(
    'is masked as the only line of a cell: %j',
    (source) => expect(cell(source).magics[0]?.kind).toBe('automagic'),
  );

  test.each(['ls\nx', 'ls -la\nx', 'cd /tmp\nx', 'run = 1', 'time.time()', 'time - 2', 'who in x', 'history', 'clear'])(
    'is not masked where Python may be meant: %j',
    (source) => expect(cell(source).magics).toEqual([]),
  );

  test('keeps the Python of a timed line', () => {
    expect(masked('time f()')).toBe('0;~~~f()');
  });
});

describe('Databricks', () => {
  const databricks = { 'application/vnd.databricks.v1+notebook': {} };

  test.each([
    '%md\n# x',
    '%scala\nval x = 1',
    '%fs ls /',
    '%sh ls',
    '%r\nx <- 1',
    '%sql\nSELECT 1',
    '%sql SELECT *\nFROM x',
  ])('gives the whole cell another language: %j', (source) => {
    const document = cell(source);
    expect(document.cells[0]?.python).toBe(false);
    expect(document.masked.trim()).toBe('');
    expect(document.magics[0]?.kind).toBe('cell');
  });

  test('does so for %sql on one line only in its own notebooks', () => {
    expect(cell('%sql SELECT 1').cells[0]?.python).toBe(true);
    expect(cell('%sql SELECT 1\nx = 1').masked).toBe('0            \nx = 1');
    expect(cell('%sql SELECT 1', {}, databricks).cells[0]?.python).toBe(false);
    expect(cell('%sql SELECT 1\nfrom x import y').cells[0]?.python).toBe(true);
  });

  test('keeps Python cells', () => {
    expect(cell('%python\nx = 1').masked).toBe('       \nx = 1');
    expect(cell('%run ./a\nx').masked).toBe('0       \nx');
    expect(cell('%pip install a\nx').masked).toBe('0             \nx');
    expect(cell('%python\nx = 1').cells[0]?.python).toBe(true);
  });
});
