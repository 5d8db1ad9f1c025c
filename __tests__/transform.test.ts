import {
  applySequence,
  applyTransform,
  convert,
  defineTransform,
  diagnose,
  insertBefore,
  loadParser,
  removeArgument,
  replace,
  rewrite,
  type Source,
  statementOf,
  TransformError,
} from '../src/index.js';
import { rawDiff } from '../src/reporters/diff.js';
import { transforms } from '../transforms/index.js';

const source = (text: string): Source => ({ path: 'a.py', text });

/** Every call of `old` becomes one of `new`. */
const rename = defineTransform({
  name: 'rename',
  summary: 'rename a function',
  options: {
    to: { summary: 'the new name', default: 'new' },
    safe: { summary: 'whether that is right', default: true },
  },
  *apply(module, { to, safe }) {
    for (const call of module.calls('pkg.old')) {
      const edit = replace(call.function, `pkg.${to}`);
      yield rewrite(call.node, `call \`${to}\``, [edit], { safety: safe ? 'safe' : 'unsafe' });
    }
  },
});

const INPUT = 'import pkg\n\npkg.old(1)\n';

beforeAll(() => loadParser());

describe('a transform', () => {
  it.each([
    ['pkg.old(1, verify=False)\n', 'pkg.old(1)\n'],
    ['pkg.old(verify=False)\n', 'pkg.old()\n'],
    ['pkg.old(verify=False, more=2)\n', 'pkg.old(more=2)\n'],
  ])('takes a keyword argument away with its name: %j', (before, after) => {
    const drop = defineTransform({
      name: 'drop',
      summary: 'drop an argument',
      *apply(module) {
        for (const { node, keywords } of module.calls('pkg.old')) {
          const value = keywords.get('verify');
          if (value !== undefined) yield rewrite(node, 'drop `verify`', [...removeArgument(module, value)]);
        }
      },
    });
    const { output } = applyTransform(drop, source(`import pkg\n\n${before}`));
    expect(output).toBe(`import pkg\n\n${after}`);
  });

  it('says what it finds, and its edits are made', () => {
    const { status, output, rewrites } = applyTransform(rename, source(INPUT));
    expect([status, output]).toEqual(['changed', 'import pkg\n\npkg.new(1)\n']);
    expect(rewrites.map(({ summary, location }) => [summary, location.line])).toEqual([['call `new`', 3]]);
  });

  it('takes options, those left out by their default', () => {
    expect(applyTransform(rename, source(INPUT), { to: 'other' }).output).toContain('pkg.other(1)');
  });

  it('makes unsafe rewrites only where they are asked for', () => {
    const held = applyTransform(rename, source(INPUT), { safe: false });
    expect([held.status, held.unsafeSites, held.diagnostics[0]?.code]).toEqual(['unchanged', 1, 'LS906']);
    expect(applyTransform(rename, source(INPUT), { safe: false }, { unsafe: true }).status).toBe('changed');
  });

  it.each([
    ['a line', 'import pkg\n\npkg.old(1)  # loopshift: skip\n'],
    ['a file', '# loopshift: skip-file\nimport pkg\n\npkg.old(1)\n'],
  ])('leaves %s that says so', (_, text) => {
    const { status, diagnostics } = applyTransform(rename, source(text));
    expect([status, diagnostics[0]?.code]).toEqual(['unchanged', 'LS113']);
  });

  it('reports a syntax error, and leaves the file', () => {
    const { status, diagnostics } = applyTransform(rename, source('pkg.old(\n'));
    expect([status, diagnostics[0]?.code]).toEqual(['unchanged', 'LS111']);
  });

  it('takes statements and imports along', () => {
    const remove = defineTransform({
      name: 'remove',
      summary: 'take calls of `pkg.old` away',
      *apply(module) {
        for (const { node } of module.calls('pkg.old')) {
          if (node.parent !== undefined) yield rewrite(node, 'remove', [], { removes: [node.parent], frees: ['pkg'] });
        }
      },
    });
    const text = 'import pkg\n\n\ndef f():\n    pkg.old(1)\n    pkg.old(2)\n';
    expect(applyTransform(remove, source(text)).output).toBe('def f():\n    pass\n');
  });

  it('imports what it needs, once', () => {
    const needy = defineTransform({
      name: 'needy',
      summary: 'use `json`',
      *apply(module) {
        for (const { node } of module.calls('pkg.old')) {
          const { name, edits } = module.importing('json.dumps', node);
          yield rewrite(node, 'use json', [...edits, replace(node, `${name}(1)`)]);
        }
      },
    });
    expect(applyTransform(needy, source('import pkg\n\npkg.old(1)\npkg.old(2)\n')).output).toBe(
      'import json\nimport pkg\n\njson.dumps(1)\njson.dumps(1)\n',
    );
  });
});

describe('a comment inside of what is replaced', () => {
  const plain = defineTransform({
    name: 'plain',
    summary: 'calls of `pkg.old` without what they hold',
    *apply(module) {
      for (const { node } of module.calls('pkg.old')) yield rewrite(node, 'shorten', [replace(node, 'new()')]);
    },
  });

  it.each([
    ['above the statement', 'x = pkg.old(1,  # one\n            2)  # end\n', '# one\nx = new()  # end\n'],
    [
      'at its indentation',
      'if x:\n    y = [\n        pkg.old(  # a\n            # b\n        )\n    ]\n',
      'if x:\n    # a\n    # b\n    y = [\n        new()\n    ]\n',
    ],
    ['above the first statement of the line', 'if x: y = 1; pkg.old(  # a\n  1)\n', '# a\nif x: y = 1; new()\n'],
    ['above what the line belongs to', 'x = (\n    1); pkg.old(  # a\n  2)\n', '# a\nx = (\n    1); new()\n'],
    ['above the decorated function', '@pkg.old(  # a\n  1)\ndef f(): pass\n', '# a\n@new()\ndef f(): pass\n'],
    ['above each of several', 'pkg.old(  # a\n)\npkg.old(  # b\n)\n', '# a\nnew()\n# b\nnew()\n'],
  ])('is kept %s', (_, before, after) => {
    expect(applyTransform(plain, source(`import pkg\n\n${before}`)).output).toBe(`import pkg\n\n${after}`);
    const crlf = `import pkg\n\n${before}`.replaceAll('\n', '\r\n');
    expect(applyTransform(plain, source(crlf)).output).toBe(`import pkg\n\n${after}`.replaceAll('\n', '\r\n'));
  });

  it('is not said twice where the new text holds it', () => {
    const wrap = defineTransform({
      name: 'wrap',
      summary: 'put calls of `pkg.old` into a call',
      *apply(module) {
        for (const { node } of module.calls('pkg.old'))
          yield rewrite(node, 'wrap', [replace(node, `f(${module.text(node)})`)]);
      },
    });
    expect(applyTransform(wrap, source('import pkg\npkg.old(  # a\n)\n')).output).toBe(
      'import pkg\nf(pkg.old(  # a\n))\n',
    );
  });

  it('goes where that is what is asked for', () => {
    const tidy = defineTransform({
      name: 'tidy',
      summary: 'take comments away',
      *apply(module) {
        for (const comment of module.find('comment')) yield rewrite(comment, 'tidy', [replace(comment, '')]);
      },
    });
    expect(applyTransform(tidy, source('x = 1  # a\n')).output).toBe('x = 1  \n');
  });
});

describe('what a name means', () => {
  const listing = (name: string) =>
    defineTransform({
      name: 'listing',
      summary: 'every use of a name',
      *apply(module) {
        for (const node of module.uses(name)) yield diagnose(node, { code: 'USE001', message: module.text(node) });
      },
    });
  const find = (name: string, text: string) =>
    applyTransform(listing(name), source(text)).diagnostics.map((item) => `${item.location.line} ${item.message}`);

  it.each([
    ['an alias', 'import socket as s\ntry: pass\nexcept s.timeout: pass\n', ['3 s.timeout']],
    ['a name of its own', 'from socket import timeout as t\nprint(t, x.t, f(t=t))\n', ['2 t', '2 t']],
    [
      'an annotation',
      'import socket\nx: A[socket.timeout] = None\ny: A[B[socket.timeout]]\n',
      ['2 socket.timeout', '3 socket.timeout'],
    ],
    ['no local of that name', 'from socket import timeout\ndef f(timeout): return timeout\n', []],
    ['no text', 'import socket\nx = "socket.timeout"\n', []],
  ])('is asked by `uses`: %s', (_, text, expected) => {
    expect(find('socket.timeout', text)).toEqual(expected);
  });

  it('knows builtins by their module, and says so', () => {
    expect(find('builtins.open', 'open(1)\ndef f(open): open(2)\nx.open(3)\n')).toEqual(['1 open']);
    expect(() => find('open', '')).toThrow('`open` is a builtin: ask for `builtins.open`');
  });
});

describe('an import that is needed', () => {
  const needing = (name: string) =>
    defineTransform({
      name: 'needing',
      summary: 'use something else',
      *apply(module) {
        for (const { node } of module.calls('pkg.old')) {
          const found = module.importing(name, node);
          yield rewrite(node, 'use it', [...found.edits, replace(node, found.name)], { frees: ['pkg.old'] });
        }
      },
    });
  const use = (name: string, text = INPUT) => applyTransform(needing(name), source(text)).output;

  it.each([
    ['urllib.parse.quote', 'import urllib.parse\n\nurllib.parse.quote\n'],
    ['xml.etree.ElementTree.parse', 'import xml.etree.ElementTree\n\nxml.etree.ElementTree.parse\n'],
    ['datetime.datetime.now', 'import datetime\n\ndatetime.datetime.now\n'],
    ['os.path.join', 'import os\n\nos.path.join\n'],
    ['tornado.ioloop.IOLoop.current', 'import tornado.ioloop\n\ntornado.ioloop.IOLoop.current\n'],
    ['google.cloud.storage:client', 'import google.cloud.storage\n\ngoogle.cloud.storage.client\n'],
    ['flask:current_app.config', 'import flask\n\nflask.current_app.config\n'],
  ])('is of the module that has the name: %s', (name, expected) => {
    expect(use(name)).toBe(expected);
  });

  it('asks where it cannot know which part is the module', () => {
    expect(() => use('flask.current_app.config')).toThrow(/a colon .* such as `flask.current_app:config`/);
  });

  it.each([
    ['from time import time\n', 'from time import perf_counter\n', 'perf_counter'],
    ['from time import time as now, time\n', 'from time import perf_counter\n', 'perf_counter'],
    // the name is taken, or the module's name is somebody else's
    ['from time import time\n\nperf_counter = 1\n', 'import time as _time\n', '_time.perf_counter'],
    ['from clocks import time\n', 'import time as _time\n', '_time.perf_counter'],
  ])('stands beside %j', (head, line, name) => {
    const text = `${head}import pkg\n\npkg.old(time)\ntime()\n`;
    const expected = use('time.perf_counter', text);
    expect(expected).toBe(`${line}${head}\n${name}\ntime()\n`);
  });

  it('takes the place of what the edits free, though its line names the module', () => {
    const start = defineTransform({
      name: 'start',
      summary: 'measure with `time.perf_counter`',
      *apply(module) {
        for (const call of module.calls('time.time')) {
          const { name, edits } = module.importing('time.perf_counter', call.node);
          yield rewrite(call.node, 'use it', [...edits, replace(call.function, name)], { frees: ['time.time'] });
        }
      },
    });
    const run = (text: string) => applyTransform(start, source(text)).output;
    expect(run('from time import time\n\nprint(time())\n')).toBe(
      'from time import perf_counter\n\nprint(perf_counter())\n',
    );
    expect(run('from time import time\n\n# perf_counter?\nprint(time())\n')).toBe(
      'import time as _time\n\n# perf_counter?\nprint(_time.perf_counter())\n',
    );
  });

  it.each([
    ['the module', 'import pkg\n\npkg.old(1)\n', 'import json\n\njson.dumps\n'],
    ['the name', 'from pkg import old\n\nold(1)\n', 'import json\n\njson.dumps\n'],
    ['one of several', 'from pkg import new, old\n\nold(new)\n', 'import json\nfrom pkg import new\n\njson.dumps\n'],
    ['none that is read', 'import pkg\n\npkg.old(1)\npkg.new\n', 'import json\nimport pkg\n\njson.dumps\npkg.new\n'],
  ])('frees %s', (_, text, expected) => {
    expect(use('json.dumps', text)).toBe(expected);
  });
});

describe('a transform that is wrong', () => {
  const make = (apply: Parameters<typeof defineTransform>[0]['apply']) =>
    defineTransform({ name: 'wrong', summary: 'does what it must not', apply });

  it('cannot have two rewrites at one place: both are named', () => {
    const wrong = make(function* (module) {
      for (const call of module.calls('pkg.old')) {
        yield rewrite(call.node, 'say one thing', [replace(call.node, '1')]);
        yield rewrite(call.function, 'say another', [replace(call.function, '2')]);
      }
    });
    const { status, output, diagnostics } = applyTransform(wrong, source(INPUT));
    expect([status, output]).toEqual(['failed', INPUT]);
    expect(diagnostics.map((item) => `${item.code} ${item.message}`)).toEqual([
      'LS904 two rewrites of `wrong` want the same place: "say another", and "say one thing" at line 3',
    ]);
  });

  it('cannot leave a file that does not parse', () => {
    const wrong = make(function* (module) {
      for (const call of module.calls('pkg.old')) yield rewrite(call.node, 'break it', [replace(call.node, '(')]);
    });
    const { status, output, diagnostics } = applyTransform(wrong, source(INPUT));
    expect([status, output, diagnostics.at(-1)?.code]).toEqual(['failed', INPUT, 'LS905']);
    expect(diagnostics.at(-1)?.message).toMatch(/any more: .*, on line 3 of the output: `\(`$/);
  });

  it('cannot await where Python cannot', () => {
    const wrong = make(function* (module) {
      for (const call of module.calls('pkg.old')) yield rewrite(call.node, 'await', [replace(call.node, 'await x')]);
    });
    const text = 'import pkg\n\n\ndef f():\n    pkg.old()\n';
    const { status, diagnostics } = applyTransform(wrong, source(text));
    expect([status, diagnostics[0]?.message]).toEqual(['failed', expect.stringMatching(/`await` outside .* line 5/)]);
  });

  // What TypeScript would refuse, as JavaScript.
  const loose = (value: unknown) => (() => value) as unknown as Parameters<typeof make>[0];
  const at = { start: 0, end: 1 };

  it.each<[string, Parameters<typeof make>[0], RegExp]>([
    ['gives nothing back', loose(undefined), /`apply` gave nothing; write `\*apply\(module\)`/],
    ['gives a text back', loose('x = 1\n'), /`apply` gave the text `x = 1/],
    ['yields an edit', loose([replace(at, 'x')]), /yielded an edit; `rewrite\(node, summary, \[edit\]\)`/],
    ['yields a list', loose([[rewrite(at, 'say', [])]]), /yielded a list; `yield\*`/],
    ['yields nothing', loose([undefined]), /yielded nothing; `rewrite` and `diagnose`/],
    ['forgets to spread', loose([rewrite(at, 'say', [[replace(at, 'x')]] as never)]), /spread it/],
    [
      'has no edits',
      loose([rewrite(at, 'say', replace(at, 'x') as never)]),
      /the edits of "say" are one edit: write `\[edit\]`/,
    ],
    ['is async', loose((async function* () {})()), /`apply` is async; write `\*apply\(module\)`/],
    [
      'looks for what no node is',
      (m) => [...m.find('function_call')].map(() => fail()),
      /no node is a `function_call`/,
    ],
    [
      'replaces nothing',
      (m) => [rewrite(at, 'say', [replace(m.roots[9] as never, 'x')])],
      /`replace` was given no node/,
    ],
    ['points to nothing', (m) => [rewrite(m.roots[9] as never, 'say', [])], /`rewrite` was given no node/],
    [
      'inserts a text',
      (m) => [rewrite(at, 'say', [insertBefore(m, m.roots[0] ?? fail(), 'x' as never)])],
      /`insertBefore` takes a list of lines/,
    ],
    [
      'removes what is no node',
      loose([rewrite(at, 'say', [], { removes: [undefined] as never })]),
      /`removes` of "say"/,
    ],
    [
      'has a severity of its own',
      loose([diagnose(at, { code: 'MY001', message: '', severity: 'fatal' as 'error' })]),
      /'error', 'warning' and 'info'/,
    ],
    ['says nothing', loose([diagnose(at, { code: 'MY001' } as never)]), /the message of MY001 is nothing/],
    ['throws', () => [JSON.parse('{')], /JSON/],
    ['takes a code of ours', (m) => [diagnose(m.roots[0] ?? fail(), { code: 'LS999', message: '' })], /LS999/],
    ['edits what is not there', () => [rewrite({ start: 0, end: 1 }, '', [{ start: 9, end: 999, text: '' }])], /range/],
  ])('is told when it %s', (_, apply, message) => {
    const run = () => applyTransform(make(apply), source(INPUT));
    expect(run).toThrow(TransformError);
    expect(run).toThrow(message);
  });

  it('cannot take away what binds a name that is still read', () => {
    const wrong = make(function* (module) {
      for (const { node } of module.calls('pkg.old'))
        yield rewrite(node, 'remove', [], { removes: [statementOf(node)] });
    });
    const run = (text: string) => applyTransform(wrong, source(text));
    const text = 'import pkg\n\nok = pkg.old(1)\nprint(ok)\n';
    const { status, output, diagnostics } = run(text);
    expect([status, output]).toEqual(['failed', text]);
    expect(diagnostics.map(({ code, message, location }) => `${location.line} ${code} ${message}`)).toEqual([
      '3 LS909 the transform `wrong` takes away what binds `ok`, which line 4 goes on reading',
    ]);
    expect(run('import pkg\n\nok = pkg.old(1)\nok = 2\nprint(ok)\n').output).toBe('import pkg\n\nok = 2\nprint(ok)\n');
    expect(run('import pkg\n\nok = pkg.old(1)\n').output).toBe('import pkg\n\n');
    expect(run('import pkg\n\na = pkg.old(1)\nb = pkg.old(a)\n').status).toBe('changed');
  });

  it('is told which options there are', () => {
    const run = (options: object) => () => applyTransform(rename, source(INPUT), options);
    expect(run({ from: 'x' })).toThrow('it has no option `from`: there are to, safe');
    expect(run({ safe: 'yes' })).toThrow('its option `safe` must be true or false');
  });

  it('may have codes of its own', () => {
    const careful = make((module) => [diagnose(module.roots[0] ?? fail(), { code: 'MY001', message: 'look at this' })]);
    const [found] = applyTransform(careful, source(INPUT)).diagnostics;
    expect([found?.code, found?.severity, found?.location.line]).toEqual(['MY001', 'warning', 1]);
  });
});

describe('several transforms', () => {
  const prepend = defineTransform({
    name: 'prepend',
    summary: 'a line in front of every call of `pkg.new`',
    *apply(module) {
      for (const { node } of module.calls('pkg.new')) {
        if (node.parent === undefined) continue;
        yield rewrite(node, 'say it', [insertBefore(module, node.parent, ['print("new")'])]);
        yield diagnose(node, { code: 'MY001', message: 'seen' });
      }
    },
  });
  const run = (text: string) =>
    applySequence([(each) => applyTransform(rename, each), (each) => applyTransform(prepend, each)], source(text));

  it('see what the one before has made', () => {
    const text = 'import pkg\n\npkg.old(1)\nx = 2\npkg.old(3)\n';
    const result = run(text);
    expect(result.output).toBe('import pkg\n\nprint("new")\npkg.new(1)\nx = 2\nprint("new")\npkg.new(3)\n');
    expect(result.document?.splice(result.edits)).toBe(result.output);
    expect(result.diagnostics.map(({ code, location }) => [code, location.line])).toEqual([
      ['MY001', 3],
      ['MY001', 5],
    ]);
    expect(rawDiff(result)).toContain('-pkg.old(1)\n+print("new")\n+pkg.new(1)\n x = 2\n');
  });

  it('change nothing where nothing is to be changed', () => {
    expect(run('import pkg\n')).toMatchObject({ status: 'unchanged', edits: [], rewrites: [] });
  });
});

describe('named transforms', () => {
  it('leave what is of another form as it is, and do not take for gone what stays', () => {
    const text = 'import asyncio\n\nasyncio.run(a())\nasyncio.get_event_loop().run_until_complete(b())\n';
    const { output, sites } = convert(source(text), { to: 'notebook', from: ['run'] });
    expect(output).toBe('import asyncio\n\nawait a()\nasyncio.get_event_loop().run_until_complete(b())\n');
    expect(sites.map((site) => site.form)).toEqual(['run']);
  });

  it('are named apart, and described in one line', () => {
    const names = transforms.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, summary } of transforms) {
      expect(name).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
      expect(summary.length).toBeLessThanOrEqual(100);
    }
  });
});

function fail(): never {
  throw new Error('no tree');
}
