import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { templates } from '../../src/cli/templates/index.js';
import { buildCommandLine, contents, loopshift, makeFolder, removeFolders } from '../support/command-line.js';

beforeAll(() => buildCommandLine());
afterAll(() => removeFolders());

const RUN = 'import asyncio\n\n\nasync def main():\n    return asyncio.get_event_loop()\n\n\nasyncio.run(main())\n';

const OWN = `import { defineTransform, replace, rewrite } from 'loopshift';
import { QUOTE } from './quote.js';

interface Options { readonly word: string; readonly times: number; readonly loud: boolean; readonly more: readonly string[] }

export default defineTransform<Options>({
  name: 'greet',
  summary: 'say something else',
  options: {
    word: { summary: 'what', default: 'hello' },
    times: { summary: 'how often', default: 1 },
    loud: { summary: 'with an exclamation mark', default: false },
    more: { summary: 'what else', default: [] },
  },
  *apply(module, { word, times, loud, more }: Options) {
    for (const { node } of module.methodCalls('greet')) {
      const text = [...Array<string>(times).fill(word), ...more].join(' ') + (loud ? '!' : '');
      yield rewrite(node, 'greet', [replace(node, QUOTE + text + QUOTE)]);
    }
  },
});
`;

const own = { 'own/greet.ts': OWN, 'own/quote.ts': 'export const QUOTE: string = "\'";\n' };

/** Files that hold no transform, each in its own way. */
const WRONG = {
  'transforms/greet.ts': OWN,
  'a.mjs': 'export const x = 1;\n',
  'function.mjs': 'export default (file) => file.source;\n',
  'syntax.ts': 'const x = {\n  = 1,\n};\n',
  'typo.ts': "import { rewrit } from 'loopshift';\nexport default rewrit();\n",
  'lost.ts': "import { x } from './nowhere.js';\nexport default x;\n",
  'nameless.mjs': "export default { summary: '', *apply() {} };\n",
  'untyped.mjs': "export default { name: 'a', summary: '', options: { strict: { summary: '' } }, *apply() {} };\n",
};

describe('run', () => {
  it('applies a named transform, and nothing else', () => {
    const folder = makeFolder({ 'a.py': RUN });
    const { code, out } = loopshift(['run', 'asyncio-run-to-await', 'a.py'], { cwd: folder });
    expect(code).toBe(0);
    expect(out).toContain('-asyncio.run(main())\n+await main()\n');
    expect(out).not.toContain('get_running_loop');
  });

  it('applies several in one pass, as one diff', () => {
    const folder = makeFolder({ 'a.py': RUN });
    const names = 'get-event-loop-to-get-running-loop,asyncio-run-to-await';
    const { out, err } = loopshift(['run', names, 'a.py'], { cwd: folder });
    expect(out.match(/^diff /gm)).toHaveLength(1);
    expect(out).toContain('+    return asyncio.get_running_loop()\n');
    expect(out).toContain('+await main()\n');
    expect(err).toContain('1 file would change');
    expect(loopshift(['run', names, '--write', 'a.py'], { cwd: folder }).code).toBe(0);
    expect(contents(folder)['a.py']).toBe(
      RUN.replace('get_event', 'get_running').replace('asyncio.run(', 'await ').replace('())\n', '()\n'),
    );
  });

  it('takes twins of your own from the command line and the configuration', () => {
    const text = 'from pkg import Client\n\nprint(Client().fetch("a"))\n';
    const configured = '[tool.loopshift]\ntwins = ["pkg.Client.fetch:afetch"]\n';
    const folder = makeFolder({ 'a.py': text, 'own/pyproject.toml': configured, 'own/a.py': text });
    const run = (...args: string[]) =>
      loopshift(['run', 'sync-twin-to-await', '--unsafe', ...args], { cwd: folder }).out;
    expect(run('--twin', 'pkg.Client.fetch:afetch', '.')).toContain('+print(await Client().afetch("a"))\n');
    expect(run('own')).toContain('+print(await Client().afetch("a"))\n');
    expect(run('a.py')).toBe('');
  });

  it('finds nothing to do the second time', () => {
    const folder = makeFolder({ 'a.py': 'await main()\n' });
    expect(loopshift(['run', 'asyncio-run-to-await', '--check', 'a.py'], { cwd: folder }).code).toBe(0);
  });

  it('loads a transform of your own, TypeScript with imports of its own, where loopshift is not installed', () => {
    const folder = makeFolder({ ...own, 'src/a.py': 'x = friend.greet()\n' });
    const { code, out } = loopshift(['run', './own/greet.ts', 'src'], { cwd: folder });
    expect([code, out]).toEqual([0, expect.stringContaining("+x = 'hello'\n")]);
  });

  it.each([
    ['ES modules', 'a.mjs', "import { defineTransform } from 'loopshift';\nexport default defineTransform({"],
    ['CommonJS', 'a.cjs', "const { defineTransform } = require('loopshift');\nmodule.exports = defineTransform({"],
  ])('takes JavaScript, as %s', (_, name, head) => {
    const body =
      "name: 'own', summary: '', *apply() { yield { kind: 'diagnostic', at: { start: 0, end: 1 }, code: 'MY001', severity: 'error', message: 'seen' } } });\n";
    const folder = makeFolder({ [name]: `${head}${body}`, 'a.py': 'x = 1\n' });
    const { code, err } = loopshift(['run', `./${name}`, 'a.py'], { cwd: folder });
    expect([code, err]).toEqual([0, expect.stringContaining('a.py:1:1 MY001 seen')]);
  });

  it('counts what a transform says by how grave it says it is', () => {
    const folder = makeFolder({
      'a.py': 'import os\n\nos.getcwd()\n',
      'say.ts': `import { defineTransform, diagnose } from 'loopshift';
export default defineTransform({
  name: 'say',
  summary: 'say things',
  *apply(module) {
    for (const { node } of module.calls('os.getcwd')) {
      yield diagnose(node, { code: 'SAY001', message: 'bad', severity: 'error' });
      yield diagnose(node, { code: 'SAY002', message: 'odd' });
    }
  },
});
`,
    });
    const run = loopshift(['run', './say.ts', '--check', 'a.py'], { cwd: folder });
    expect(run.code).toBe(1);
    expect(run.err).toMatch(/^ {2}errors +1 {2}SAY001$/m);
    expect(run.err).toMatch(/^ {2}cautions +1 {2}SAY002$/m);
  });

  it('hands options to the transform that is named', () => {
    const folder = makeFolder({ ...own, 'a.py': 'x = friend.greet()\n' });
    const options = ['word=hi, you', 'times=2', 'loud', 'more=a,b'].flatMap((each) => ['--option', `greet.${each}`]);
    const { out } = loopshift(['run', './own/greet.ts', 'a.py', ...options], { cwd: folder });
    expect(out).toContain("+x = 'hi, you hi, you a b!'\n");
  });

  it('reports a transform that fails, file by file, and goes on', () => {
    const bad = "export default { name: 'bad', summary: '', apply() { throw new Error('oh no') } };\n";
    const folder = makeFolder({ 'bad.mjs': bad, 'a.py': 'x = 1\n', 'b.py': 'y = 1\n' });
    const { code, err } = loopshift(['run', './bad.mjs', '.'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toContain('a.py:1:1 LS903 the transform `bad` failed: oh no');
    expect(err).toContain('b.py:1:1 LS903');
    const debug = loopshift(['run', './bad.mjs', 'a.py'], { cwd: folder, env: { LOOPSHIFT_DEBUG: '1' } });
    expect(debug.err).toMatch(/bad\.mjs:1:\d+/);
  });

  it('says where in a transform an error comes from', () => {
    const bad =
      "import { rewrite } from 'loopshift';\n\nexport default {\n  name: 'bad', summary: '',\n  *apply() {\n    rewrite(undefined, '', []);\n  },\n};\n";
    const { err } = loopshift(['run', './bad.mjs', 'a.py', '-q'], { cwd: makeFolder({ 'bad.mjs': bad, 'a.py': '' }) });
    expect(err).toMatch(/LS903 the transform `bad` failed: .* \(bad\.mjs:6\)\n/);
    const empty = "export default { name: 'bad', summary: '', apply() {} };\n";
    const other = loopshift(['run', './bad.mjs', 'a.py', '-q'], { cwd: makeFolder({ 'bad.mjs': empty, 'a.py': '' }) });
    expect(other.err).toMatch(/and `yield` what you find\n/);
  });

  it.each([
    [['run'], 'run needs a transform'],
    [['run', 'asyncio-run-to-awai'], 'no transform `asyncio-run-to-awai`; did you mean `asyncio-run-to-await`?'],
    [['run', 'greet'], 'no transform `greet`; did you mean `./transforms/greet.ts`?'],
    [['run', './none.ts'], './none.ts: there is no such file'],
    [['run', './a.mjs/b.ts'], './a.mjs/b.ts: there is no such file'],
    [['run', './a.js'], './a.js: there is no such file; did you mean `./a.mjs`?'],
    [['run', './transforms'], './transforms is a folder; name a file of it'],
    [['run', './a.mjs'], './a.mjs: it has no default export that is a transform'],
    [['run', './function.mjs'], 'its default export is a function'],
    [['run', './syntax.ts'], 'Unexpected token (line 2, column 3)'],
    [['run', './typo.ts'], 'loopshift exports no `rewrit`; did you mean `rewrite`? (typo.ts:2)'],
    [['run', './lost.ts'], 'it imports `./nowhere.js`, which is not there'],
    [['run', './nameless.mjs'], 'its transform has no `name`'],
    [['run', './untyped.mjs'], 'its option `strict` has no default'],
    [['run', 'asyncio-run-to-await', '--option', 'asyncio-run-to-await.target=shell'], 'must be one of notebook, repl'],
    [['run', 'asyncio-run-to-await', '--option', 'asyncio-run-to-await.x'], 'has no option `x`: there is target'],
    [['run', 'asyncio-run-to-await', '--to', 'script'], 'unknown option `--to`'],
    [['run', 'sync-twin-to-await', '--option', 'twins'], '`twins` is not NAME.KEY=VALUE'],
    [['run', 'sync-twin-to-await', '--option', 'sync.twins=1'], '`sync` is not run'],
    [['run', 'sync-twin-to-await', '--twin', 'fetch'], '--twin: `fetch` is not package.Class.method:twin'],
  ])('%j is refused', (args, message) => {
    const { code, err } = loopshift(args, { cwd: makeFolder(WRONG) });
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
    expect(err.trimEnd()).not.toContain('\n');
  });

  it('refuses an option value of the wrong kind', () => {
    const folder = makeFolder({ ...own, 'a.py': 'x = 1\n' });
    const run = (option: string) =>
      loopshift(['run', './own/greet.ts', '--option', option, 'a.py'], { cwd: folder }).err;
    expect(run('greet.tims=2')).toContain('`greet` has no option `tims`; did you mean `times`?');
    expect(run('greet.times=two')).toContain('must be a number');
    expect(run('greet.loud=very')).toContain('must be true or false');
    expect(run('greet.word')).toContain('needs a value');
  });
});

describe('list', () => {
  it('shows what options a transform has, one of your own too', () => {
    const { out } = loopshift(['list', 'transforms']);
    expect(out).toContain(
      '      --option asyncio-run-to-await.target=notebook|repl\n          where it is to run (default: notebook)\n',
    );
    const folder = makeFolder(own);
    const listed = loopshift(['list', './own/greet.ts'], { cwd: folder }).out;
    expect(listed).toContain('      --option greet.more=A,B\n          what else (default: none)\n');
    const parsed: unknown = JSON.parse(loopshift(['list', './own/greet.ts', '--json'], { cwd: folder }).out);
    expect(parsed).toMatchObject({
      './own/greet.ts': [{ name: 'greet', options: [{ name: 'word', default: 'hello' }, {}, {}, {}] }],
    });
  });

  it('fits into 80 columns', () => {
    const wide = loopshift(['list'])
      .out.split('\n')
      .filter((line) => line.length > 80);
    expect(wide).toEqual([]);
  });

  it('names what the folder holds', () => {
    const files = readdirSync(join(__dirname, '../../transforms')).map((file) => file.replace(/\.ts$/, ''));
    const { transforms: listed } = JSON.parse(loopshift(['list', 'transforms', '--json']).out) as {
      transforms: { name: string }[];
    };
    const names = listed.map(({ name }) => name).sort();
    expect(names).toEqual(files.filter((file) => file !== 'index' && file !== 'target').sort());
    for (const page of ['README.md', 'docs/transforms/README.md']) {
      const text = readFileSync(join(__dirname, '../..', page), 'utf8');
      expect(names.filter((name) => !text.includes(`[${name}](`))).toEqual([]);
    }
  });
});

describe('tree', () => {
  const text = 'import time\n\nasync def f():\n    time.sleep(1)\n';

  it('shows types, fields and meanings', () => {
    const { out } = loopshift(['tree', 'a.py', '--line', '4'], { cwd: makeFolder({ 'a.py': text }) });
    expect(out.replace(/ +/g, ' ')).toMatch(/^4:5 expression_statement time\.sleep\(1\)\n/);
    expect(out.replace(/ +/g, ' ')).toContain('4:5 function: attribute time.sleep = time.sleep\n');
    expect(out).not.toContain('import');
  });

  it('names the cells of a notebook, and what does not parse', () => {
    const cells = ['x = 1', 'y = ('].map((source) => ({
      cell_type: 'code',
      metadata: {},
      source,
      outputs: [],
      execution_count: null,
    }));
    const notebook = JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 4 });
    const { out, err } = loopshift(['tree', 'a.ipynb'], { cwd: makeFolder({ 'a.ipynb': notebook }) });
    expect(out).toMatch(/^cell 1\n1:1 +expression_statement/);
    expect(err).toMatch(/^a\.ipynb:cell 2:1:5 does not parse: /);
  });

  it.each([
    [['tree'], 'tree takes exactly one file'],
    [['tree', 'none.py'], 'none.py: no such file'],
    [['tree', 'a.py', '--line', 'x'], '--line: `x` is no line number'],
  ])('%j is refused', (args, message) => {
    expect(loopshift(args, { cwd: makeFolder({}) })).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  });
});

describe('new', () => {
  it.each(
    templates.flatMap(({ name }) => [
      [name, 'ts'],
      [name, 'js'],
    ]),
  )('writes a transform of kind %s, as %s', (kind, ending) => {
    const folder = makeFolder({});
    const js = ending === 'js' ? ['--js'] : [];
    expect(loopshift(['new', 'transform', 'use-it', '--kind', kind, ...js], { cwd: folder }).code).toBe(0);
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    expect(read('__tests__/use-it.test.mjs')).toContain("defineTest(import.meta.dirname, 'use-it');");
    const [input = ''] = readdirSync(join(folder, '__testfixtures__/use-it')).filter((file) =>
      file.startsWith('plain.input'),
    );
    const wanted = read(`__testfixtures__/use-it/${input.replace('input', 'output')}`);
    const path = `__testfixtures__/use-it/${input}`;
    expect(loopshift(['run', `./transforms/use-it.${ending}`, '-w', path], { cwd: folder }).code).toBe(0);
    expect(read(path)).toBe(wanted);
  });

  it.each([
    [['new'], 'new makes a transform'],
    [['new', 'transform', 'Use Pathlib'], 'is no name'],
    [['new', 'transform', 'a', '--kind', 'loop'], '--kind: `loop` is not one of call, name, standing, cell'],
  ])('%j is refused', (args, message) => {
    expect(loopshift(args, { cwd: makeFolder({}) })).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  });

  it('overwrites nothing', () => {
    const folder = makeFolder({ '__tests__/a.test.mjs': 'mine' });
    const { code, err } = loopshift(['new', 'transform', 'a'], { cwd: folder });
    expect([code, err]).toEqual([2, expect.stringContaining('is there already; nothing was written')]);
    expect(Object.keys(contents(folder))).toEqual(['__tests__/a.test.mjs']);
  });
});
