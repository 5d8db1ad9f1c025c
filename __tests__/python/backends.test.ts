import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser as Grammar, Language } from 'web-tree-sitter';
import { descendants } from '../../src/python/node.js';
import { nodeTypes } from '../../src/python/node-types.js';
import type * as ParserModule from '../../src/python/parser.js';

type Parser = typeof ParserModule;

const FIXTURES = join(__dirname, '../../__testfixtures__');

/** Each takes another way through the grammar, the mends or the faults. */
const SNIPPETS = [
  '',
  '# only a comment',
  '\n\n   \n',
  'x = 1',
  'async def f(a, *, b: int = 1, **k) -> None:\n    async with a as b, c:\n        await b ** 2\n    return [x async for x in y if not x]\n',
  'match x:\n    case {"a": [1, *_], **rest} if y:\n        pass\n    # c\n',
  'type A[T: int = str] = list[T]\ntype(A).x = 3\n',
  'print(*f(), sep=""), await g()\n',
  'f"{x!r:>{w}} {await y}" t"{z}"\n',
  '"😀" + `x`\n',
  'try:\n    a\nexcept* B:\n    # c\n    pass\nfinally:\n    c\n    # d\n',
  'if a:\n\tb\n        c\n',
  'def f(:\n    pass\nx = (1,\n',
  'x = "unterminated\ny = 1\n',
  'print "x"\nexec y in z\nraise E, "x"\n0777 <> 10L\n',
  'x = [1,\n     2  # c\n     ]\r\ny = \\\r\n  3\r\n',
  '@a\n# c\nclass B(metaclass=C):\n    x: int\n    y = yield\n',
  'await not x',
  '\u0000',
  '(((((',
  'while 1: break\nelse: continue\nfor a, *b in c, *d.e(): del x[1:2, ::3]\n',
];

it('a node has one of the types that are known', async () => {
  await Grammar.init();
  const grammar = await Language.load(require.resolve('tree-sitter-python/tree-sitter-python.wasm'));
  const ids = Array.from({ length: grammar.nodeTypeCount }, (_, id) => id);
  const types = ids
    .filter((id) => grammar.nodeTypeIsNamed(id) && grammar.nodeTypeIsVisible(id))
    .map((id) => grammar.nodeTypeForId(id));
  expect([...nodeTypes()].sort()).toEqual([...new Set(types)].sort());
});

async function load(name: string): Promise<Parser> {
  const before = process.env.LOOPSHIFT_PARSER;
  process.env.LOOPSHIFT_PARSER = name;
  let parser: Parser | undefined;
  await jest.isolateModulesAsync(async () => {
    parser = await import('../../src/python/parser.js');
    await parser.loadParser();
  });
  if (before === undefined) delete process.env.LOOPSHIFT_PARSER;
  else process.env.LOOPSHIFT_PARSER = before;
  return parser as Parser;
}

function dump(parser: Parser, text: string): unknown {
  const [tree] = parser.parseRanges(text, [{ start: 0, end: text.length }]);
  if (tree === undefined) throw new Error('no tree');
  const nodes = [...descendants(tree.root)].map(({ type, field, start, end, isAsync, operator, children }) =>
    [type, field, start, end, isAsync, operator, children.length].join(' '),
  );
  return { nodes, errors: tree.errors };
}

const fixtures = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.py'))
  .map((name) => readFileSync(join(FIXTURES, name), 'utf8'));

let native: Parser;
let wasm: Parser;

beforeAll(async () => {
  native = await load('native');
  wasm = await load('wasm');
});

it('each backend is the one that was asked for', () => {
  expect([native.backendName(), wasm.backendName()]).toEqual(['native', 'wasm']);
});

it.each(SNIPPETS.map((text) => [text]))('both backends read %j alike', (text) => {
  expect(dump(wasm, text)).toEqual(dump(native, text));
});

it('both backends read all fixtures alike', () => {
  for (const text of fixtures) expect(dump(wasm, text)).toEqual(dump(native, text));
});

describe.each(['native', 'wasm'])('input that nobody writes by hand, read by %s', (name) => {
  const NESTED = 10_000;
  const parse = (text: string) => {
    const [tree] = (name === 'native' ? native : wasm).parseRanges(text, [{ start: 0, end: text.length }]);
    return tree?.errors[0];
  };

  it.each([
    ['parentheses', '('.repeat(NESTED) + ')'.repeat(NESTED)],
    ['calls', 'f('.repeat(NESTED) + ')'.repeat(NESTED)],
    ['operators', `a${' + b'.repeat(NESTED)}`],
    ['awaits', `${'await '.repeat(NESTED)}x`],
    ['lambdas', `${'lambda: '.repeat(NESTED)}x`],
  ])('nested %s are refused', (_, text) => {
    expect(parse(text)).toMatchObject({ kind: 'unread' });
  });

  it('unclosed parentheses are one fault', () => {
    expect(parse('('.repeat(NESTED))).toMatchObject({ kind: 'syntax', message: '`(` was never closed' });
  });

  it('a long file, a long line and a long string are read', () => {
    expect(parse('def f(x):\n    return x\n    # c\n\n'.repeat(5_000))).toBeUndefined();
    expect(parse('x=1;'.repeat(10_000))).toBeUndefined();
    expect(parse(`x = "${'a'.repeat(1_000_000)}"`)).toBeUndefined();
  });

  it.each([32_765, 32_766, 32_767, 32_768])('a name across the border of a 32 KB chunk is read (%i)', (length) => {
    expect(parse(`#${'x'.repeat(length - 3)}\nname = "😀"\n`)).toBeUndefined();
  });
});
