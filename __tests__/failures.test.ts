import { gatherFacts } from '../src/analysis/facts.js';
import { diagnostic } from '../src/diagnostics.js';
import { decode } from '../src/documents/encoding.js';
import { openDocument } from '../src/documents/index.js';
import { await_ } from '../src/forms/await.js';
import type { Form } from '../src/forms/form.js';
import { recognize } from '../src/forms/index.js';
import { convert } from '../src/index.js';
import { processSource, resolveSettings } from '../src/pipeline.js';
import { plan } from '../src/plan.js';
import { parseModule } from '../src/python/module.js';
import { loadParser } from '../src/python/parser.js';
import type { Target } from '../src/targets/target.js';

const TEXT = 'import asyncio\n\nasyncio.run(a())\nasyncio.run(b())\n';

beforeAll(() => loadParser());

/** What no fixture can hold: files that are no text, and mistakes that loopshift must not make. */
describe('what goes wrong is told', () => {
  it('LS101: a file that is not what its encoding says', () => {
    expect(() => decode(Buffer.from([0x78, 0x3d, 0xff, 0x0a]))).toThrow('LS101');
  });

  it('LS114: code that is nested too deeply', () => {
    const text = `x = ${'('.repeat(3000)}1${')'.repeat(3000)}\nimport asyncio\nasyncio.run(main())\n`;
    const { status, diagnostics } = convert({ path: 'a.py', text }, { to: 'notebook' });
    expect([status, diagnostics.map((item) => item.code)]).toEqual(['unchanged', ['LS114']]);
  });

  it('LS111: a long string without an end, on which the parser would work for minutes', () => {
    const text = `import asyncio\nasyncio.run(main())\nx = "${'\u00e9\u{1f600} '.repeat(60_000)}`;
    const { status, diagnostics } = convert({ path: 'a.py', text }, { to: 'notebook' });
    expect([status, diagnostics.map((item) => item.message)]).toEqual([
      'unchanged',
      ['not valid Python: unterminated string'],
    ]);
  }, 60_000);

  it.each([
    ['__init__', 'after the object is made'],
    ['__enter__', '`async with`'],
    ['__next__', '`async for`'],
    ['__getitem__', 'in place of what calls `__getitem__`'],
  ])('LS407: the way out of `%s`', (name, hint) => {
    const text = `import asyncio\n\n\nclass A:\n    def ${name}(self):\n        return asyncio.run(get())\n`;
    const { sites } = convert({ path: 'a.py', text }, { to: 'notebook', bridge: false });
    expect(sites[0]).toMatchObject({ code: 'LS407', hint: expect.stringContaining(hint) });
  });

  it('LS303: two rewrites of one place: the later one is left', () => {
    const document = openDocument({ path: 'a.py', text: TEXT });
    const settings = resolveSettings(document, { to: 'notebook' });
    const module = parseModule(document);
    const greedy: Form = { ...await_, write: () => ({ edits: [{ start: 16, end: 20, text: 'x' }] }) };
    const target: Target = {
      name: 'notebook',
      summary: '',
      since: '3.6',
      choose: () => ({ kind: 'write', form: greedy, summary: 'take the same place' }),
    };
    const { outcomes, rewrites } = plan(target, gatherFacts(module, recognize(module, settings), settings));
    expect(outcomes.map(({ status, note }) => [status, note?.code])).toEqual([
      ['converted', undefined],
      ['blocked', 'LS303'],
    ]);
    expect(rewrites).toHaveLength(1);
  });

  it.each([
    ['does not parse', 'asyncio.run('],
    ['awaits where it must not', 'lambda: await a()'],
  ])('LS902: an output that %s is thrown away', (_, written) => {
    const { status, output, diagnostics } = processSource({ path: 'a.py', text: TEXT }, {}, () => ({
      sites: [],
      diagnostics: [],
      rewrites: [],
      edits: [{ start: 16, end: 32, text: written }],
      unsafeSites: 0,
      clearErrors: [],
      broken: (message) => diagnostic({ start: 0, end: 0 }, 'LS902', message),
    }));
    expect([status, output, diagnostics.map((item) => item.code)]).toEqual(['failed', TEXT, ['LS902']]);
  });

  it.each([
    ['taken away', '', 'failed'],
    ['bound anew', 'café = get_running_loop()', 'changed'],
    ['taken for another', 'cafés = get_running_loop()', 'failed'],
  ])('LS902: what binds a name is %s', (_, written, expected) => {
    const text = 'café = new_event_loop()\ncafé.stop()\n';
    const { status, diagnostics } = processSource({ path: 'a.py', text }, {}, () => ({
      sites: [],
      diagnostics: [],
      rewrites: [],
      edits: [{ start: 0, end: text.indexOf('\n'), text: written }],
      unsafeSites: 0,
      clearErrors: [],
      broken: (message) => diagnostic({ start: 0, end: 0 }, 'LS902', message),
    }));
    expect(status).toBe(expected);
    const said = expected === 'failed' ? ['nothing would bind `café`, which line 2 of the source reads'] : [];
    expect(diagnostics.map(({ message }) => message)).toEqual(said.map((each) => expect.stringContaining(each)));
  });
});
