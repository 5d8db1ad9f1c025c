import { descendants, type Node } from '../../src/python/node.js';
import { loadParser, parseRanges, releaseMemory } from '../../src/python/parser.js';

beforeAll(() => loadParser());

/** The tree in one line: field, type, operator, children; tokens with their text. */
function outline(node: Node, text: string): string {
  const head = `${node.field ? `${node.field}:` : ''}${node.isAsync ? 'async ' : ''}${node.type}`;
  if (node.children.length === 0) return `${head}<${text.slice(node.start, node.end)}>`;
  const operator = node.operator === undefined ? '' : ` ${node.operator}`;
  return `(${head}${operator} ${node.children.map((child) => outline(child, text)).join(' ')})`;
}

function parse(text: string) {
  const [tree] = parseRanges(text, [{ start: 0, end: text.length }]);
  if (tree === undefined) throw new Error('no tree');
  return tree;
}

function shape(text: string): string {
  const { root, errors } = parse(text);
  expect(errors).toEqual([]);
  return root.children.map((child) => outline(child, text)).join(' ');
}

/** `line: message` of each error. */
function complaints(text: string): string[] {
  return parse(text).errors.map(
    ({ start, message }) => `${text.slice(0, start).split(/\r\n|\r|\n/).length}: ${message}`,
  );
}

describe('misparses of the grammar that are mended', () => {
  it.each([
    ['await x ** 2', '(expression_statement (binary_operator ** (left:await identifier<x>) right:integer<2>))'],
    [
      'await (x ** 2)',
      '(expression_statement (await (parenthesized_expression (binary_operator ** left:identifier<x> right:integer<2>))))',
    ],
    [
      '*f(), 1',
      '(expression_statement (expression_list (list_splat (call function:identifier<f> arguments:argument_list<()>)) integer<1>))',
    ],
    [
      'x = *await f(), 1',
      '(expression_statement (assignment left:identifier<x> (right:expression_list (list_splat (await (call function:identifier<f> arguments:argument_list<()>))) integer<1>)))',
    ],
    [
      'a[*b.c()]',
      '(expression_statement (subscript value:identifier<a> (subscript:list_splat (call (function:attribute object:identifier<b> attribute:identifier<c>) arguments:argument_list<()>))))',
    ],
    [
      'type(X).foo = 3',
      '(expression_statement (assignment (left:attribute (object:call function:identifier<type> (arguments:argument_list identifier<X>)) attribute:identifier<foo>) right:integer<3>))',
    ],
    [
      'print(x), await y',
      '(expression_statement (expression_list (call function:identifier<print> (arguments:argument_list identifier<x>)) (await identifier<y>)))',
    ],
    ['x,', '(expression_statement (expression_list identifier<x>))'],
    [
      'x: A[B[int]] | None',
      '(expression_statement (assignment left:identifier<x> (type:type (binary_operator | (left:subscript value:identifier<A> (subscript:subscript value:identifier<B> subscript:identifier<int>)) right:none<None>))))',
    ],
    [
      'x: A[int, *B].c',
      '(expression_statement (assignment left:identifier<x> (type:type (attribute (object:subscript value:identifier<A> subscript:identifier<int> (subscript:list_splat identifier<B>)) attribute:identifier<c>))))',
    ],
    [
      'x: A[1:2]',
      '(expression_statement (assignment left:identifier<x> (type:type (subscript value:identifier<A> (subscript:slice integer<1> integer<2>)))))',
    ],
    [
      't"{x}"',
      '(expression_statement (string string_start<t"> (interpolation expression:identifier<x>) string_end<">))',
    ],
  ])('%s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });

  it.each([
    'try:\n a\nexcept *(A, B):\n b\n',
    'def f[T = int](): pass\n',
    'try:\n a\nexcept A, B, C:\n b\n',
    'if a:\n    b\r    c\rd\r',
  ])('reads %j, which the grammar refuses', (text) => {
    expect(complaints(text)).toEqual([]);
  });

  it('ends a block where its code ends', () => {
    const text = 'class A:\n    def f(self):\n        x = 1;  # a\n        # b\n    # c\n\n# d\ny = 2\n';
    const { root } = parse(text);
    const ends = [...descendants(root)]
      .filter((node) => /definition|block/.test(node.type))
      .map((node) => text.slice(node.end - 2, node.end));
    expect(ends).toEqual(['1;', '1;', '1;', '1;']);
    expect(root.children.map((child) => child.type)).toEqual([
      'class_definition',
      'comment',
      'comment',
      'comment',
      'comment',
      'expression_statement',
    ]);
  });
});

describe('faults', () => {
  it.each([
    ['x = (1,\ny = 2\n', ['1: `(` was never closed']],
    ['def f()\n    pass\n', ['1: expected `:`']],
    ['x = 1)\n', ['1: unmatched `)`']],
    ['x = "abc\ny = 1\n', ['1: unterminated string']],
    ['f(a b)\n', ['1: unexpected `b`']],
    ['print "a"\n', ['1: missing parentheses in call to `print`']],
    ['def f():\nx = 1\n', ['1: expected an indented block']],
    ['if a <> b: pass\n', ['1: `<>` is `!=` in Python 3']],
    ['x = `a`\n', ['1: backticks are `repr()` in Python 3']],
    ['x\n  y\n', ['2: unexpected indent']],
    ['if a:\n    b\n  c\n', ['3: unindent does not match any outer indentation level']],
    ['x = 1\ny =\nz = 2\n', ['2: unexpected end of line']],
    ['if a and\\\n   b:\n    c\n    d.\n    e\n', ['4: unexpected end of line']],
    ['def f():\n    x = 1\n    for y z:\n        pass\n', ['3: invalid syntax']],
    ['try:\n    a\nexcept B as:\n    c\n', ['3: expected an expression']],
    ['match x:\n    case 1 2:\n        pass\n', ['2: invalid syntax']],
    ['f(a=1, *b, c)\n', ['1: positional argument follows keyword argument']],
    ['def f(a=1, b): pass\n', ['1: parameter without a default follows parameter with a default']],
    ['x := 1\n', ['1: `:=` needs parentheses here']],
    ['if a:\n\tb\n        c\n', ['3: inconsistent use of tabs and spaces']],
    ['await -x\n', ['1: the operand of `await` needs parentheses']],
    ['await not x\n', ['1: expected `in`']],
    ['f(class=1)\n', ['1: unexpected `class`']],
  ])('%j', (text, expected) => {
    expect(complaints(text)).toEqual(expected);
  });
});

it('takes as many levels of indentation as Python does', () => {
  const nested = (levels: number) =>
    [...Array.from({ length: levels }, (_, at) => `${' '.repeat(at)}if a:\n`), `${' '.repeat(levels)}b\n`].join('');
  expect(complaints(nested(99))).toEqual([]);
  expect(complaints(nested(100))).toEqual(['101: too many levels of indentation']);
});

describe('valid code that looks odd', () => {
  it.each([
    'x = (\n  # c (\n  1\n)\n',
    'if a:  # c:\n  # d\n    b\nelse:\n\n    # e\n    c\n',
    'from a import (\n    b,\n    c as d,\n)\n',
    'with (\n    a as b,\n    c,\n):\n    pass\n',
    'x = """a\nb"""\ny = f"""{\n  x\n}"""\n',
    'x = 1 + \\\n  2\r\n',
    '@a\n# c\n\n@b\nclass C: x = 1; y = 2\n',
    'if a: b\nelif c: d\nelse: e\n',
    'def f(a=1, *b, c, d: int = 2, **e): pass\nlambda a=1, *, b: 0\n',
    'f(a=1, *b, **c)\nf(**a, b=1)\n',
    'if a:\n\tb\n\tif c:\n\t\td\nelse:\n    e\n',
    '\x0cclass A:\n    pass\n',
    'match = case = type = 1\nmatch[case]\nprint(type)\n',
    'x = 1;\n# c',
  ])('%j', (text) => {
    expect(complaints(text)).toEqual([]);
  });
});

describe('ranges', () => {
  const text = '@decorator\n§x = (\n§y = await z\n';
  const ranges = [...text.matchAll(/[^§]+/g)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));

  it('are parsed on their own, in the offsets of the whole text', () => {
    const trees = parseRanges(text, ranges);
    expect(trees.map((tree) => tree.errors.length)).toEqual([1, 1, 0]);
    expect(trees.map((tree) => [tree.root.start, tree.root.end])).toEqual(ranges.map(({ start, end }) => [start, end]));
    expect(trees.map((tree) => outline(tree.root, text)).at(-1)).toBe(
      '(module (expression_statement (assignment left:identifier<y> (right:await identifier<z>))))',
    );
  });

  it('may be indented as a whole where cells may', () => {
    const indented = '    x = 1\n    y = 2\n';
    const whole = [{ start: 0, end: indented.length }];
    expect(parseRanges(indented, whole)[0]?.errors.map((error) => error.message)).toEqual(['unexpected indent']);
    expect(parseRanges(indented, whole, { leadingIndent: true })[0]?.errors).toEqual([]);
  });
});

it('gives memory back between files', async () => {
  const text = `x = "${'a'.repeat(3_000_000)}"`;
  for (let i = 0; i < 4; i++) {
    parseRanges(text, [{ start: 0, end: text.length }]);
    await releaseMemory();
  }
  expect(parseRanges('x = 1', [{ start: 0, end: 5 }])[0]?.root.children).toHaveLength(1);
});
