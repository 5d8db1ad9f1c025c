import {
  applySequence,
  applyTransform,
  convert,
  defineTransform,
  diagnose,
  insertBefore,
  loadParser,
  replace,
  rewrite,
  type Source,
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
  });

  it('cannot await where Python cannot', () => {
    const wrong = make(function* (module) {
      for (const call of module.calls('pkg.old')) yield rewrite(call.node, 'await', [replace(call.node, 'await x')]);
    });
    const text = 'import pkg\n\n\ndef f():\n    pkg.old()\n';
    const { status, diagnostics } = applyTransform(wrong, source(text));
    expect([status, diagnostics[0]?.message]).toEqual(['failed', expect.stringMatching(/`await` outside .* line 5/)]);
  });

  it.each<[string, Parameters<typeof make>[0], RegExp]>([
    ['throws', () => [JSON.parse('{')], /JSON/],
    ['takes a code of ours', (m) => [diagnose(m.roots[0] ?? fail(), { code: 'LS999', message: '' })], /LS999/],
    ['edits what is not there', () => [rewrite({ start: 0, end: 1 }, '', [{ start: 9, end: 999, text: '' }])], /range/],
  ])('is told when it %s', (_, apply, message) => {
    const run = () => applyTransform(make(apply), source(INPUT));
    expect(run).toThrow(TransformError);
    expect(run).toThrow(message);
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
