import { convert } from '../../src/convert.js';
import type { ConvertOptions } from '../../src/options.js';
import { createCounter, findReporter, type ReportStyle } from '../../src/reporters/index.js';
import type { Result } from '../../src/result.js';
import { notebook } from '../support/notebook.js';

const RUN = 'import asyncio\n\n\nasync def main():\n    return 1\n\n\nx = asyncio.run(main())\n';
const BLOCKED = `${RUN}f = asyncio.run(*jobs)\n`;

const changed = made('a.py', RUN);
const blocked = made('sub dir/b.py', BLOCKED);
const unchanged = made('c.py', 'print(1)\n');
const failed = made('d.ipynb', 'no');
const cells = made('e.ipynb', notebook('print(1)', `s = "é\u{1f600}"; ${BLOCKED.trimEnd()}`));

describe('json', () => {
  const { out, err } = report('json', [changed, blocked, unchanged, failed, cells]);
  const parsed = JSON.parse(out);

  it('is what was promised', () => {
    expect(err).toBe('');
    expect(parsed.version).toBe(1);
    expect(parsed.files.map((file: { path: string; status: string }) => [file.path, file.status])).toEqual([
      ['a.py', 'changed'],
      ['sub dir/b.py', 'changed'],
      ['c.py', 'unchanged'],
      ['d.ipynb', 'failed'],
      ['e.ipynb', 'changed'],
    ]);
  });

  it('tells of every site, with its place', () => {
    expect(parsed.files[1].sites).toMatchObject([
      { form: 'run', to: 'await', standing: 'module', status: 'converted', cell: null, line: 8, column: 5, code: null },
      { form: 'run', status: 'blocked', standing: 'module', line: 9, column: 5, code: 'LS208' },
    ]);
    expect(parsed.files[1].sites[1].message).toBe('the call unpacks its arguments, so what is run cannot be seen');
  });

  it('counts cells over all cells, and columns in code points', () => {
    expect(parsed.files[4].sites[1]).toMatchObject({ cell: 2, cellId: 'c2', line: 9, column: 5 });
    const wide = JSON.parse(report('json', [made('a.py', `${RUN}s = "\u{1f600}"; asyncio.run(main())\n`)]).out);
    expect(wide.files[0].sites[1]).toMatchObject({ line: 9, column: 10 });
  });

  it('tells why a file failed', () => {
    expect(parsed.files[3]).toMatchObject({
      sites: [],
      diagnostics: [{ code: 'LS102', severity: 'error', cell: null, line: 1, column: 1 }],
      diff: '',
    });
  });

  it('holds the diff', () => {
    expect(parsed.files[0].diff).toMatch(/^diff --git a\/a\.py b\/a\.py\n/);
    expect(parsed.files[2].diff).toBe('');
  });

  it('adds up', () => {
    expect(parsed.summary).toMatchObject({
      files: 5,
      changed: 3,
      unchanged: 1,
      failed: 1,
      sites: { converted: 3, unchanged: 0, blocked: 2 },
      codes: { LS102: 1, LS208: 2 },
      exitCode: 2,
    });
  });

  it('sends no control character, and keeps every value', () => {
    const { out: raw } = report('json', [made('a\u009b\u202e.py', `${RUN}# \u001b]0;x\u0007\n`)]);
    expect([...raw].filter((character) => character !== '\n' && /[\p{Cc}\u202e]/u.test(character))).toEqual([]);
    expect(JSON.parse(raw).files[0].path).toBe('a\u009b\u202e.py');
  });

  it('is valid where there is no file', () => {
    expect(JSON.parse(report('json', []).out)).toMatchObject({ version: 1, files: [] });
  });
});

describe('ndjson', () => {
  it('is an object a line, the summary last', () => {
    const lines = report('ndjson', [changed, failed]).out.trimEnd().split('\n');
    const objects = lines.map((line) => JSON.parse(line));
    expect(objects.map((each) => each.path ?? Object.keys(each))).toEqual(['a.py', 'd.ipynb', ['version', 'summary']]);
    expect(objects[0]).toMatchObject({ version: 1, status: 'changed' });
  });
});

describe('sarif', () => {
  const log = JSON.parse(report('sarif', [changed, blocked, failed, cells]).out);
  const [run] = log.runs;

  it('is version 2.1.0, with a rule for every result', () => {
    expect(log.version).toBe('2.1.0');
    const rules = new Set(run.tool.driver.rules.map((rule: { id: string }) => rule.id));
    expect(run.results.filter((result: { ruleId: string }) => !rules.has(result.ruleId))).toEqual([]);
    expect(run.invocations).toEqual([{ executionSuccessful: false, exitCode: 2 }]);
  });

  it('points at the file, in a notebook at its JSON', () => {
    const at = run.results.map((result: SarifResult) => [result.ruleId, ...place(result)]);
    expect(at).toContainEqual(['LS208', 'sub%20dir/b.py', 9, 5]);
    const inNotebook = at.find(([rule, uri]: readonly unknown[]) => rule === 'LS208' && uri === 'e.ipynb');
    const line = cells.source.text.split('\n')[inNotebook[2] - 1] ?? '';
    expect([...line].slice(inNotebook[3] - 1).join('')).toMatch(/^asyncio\.run\(\*jobs\)"/);
  });

  it('carries fixes which give the output', () => {
    for (const result of [changed, blocked, cells]) {
      const fixes = run.results.flatMap((each: SarifResult) =>
        place(each)[0] === encodeURI(result.source.path) ? (each.fixes ?? []) : [],
      );
      const replaced = fixes.flatMap((fix: SarifFix) => fix.artifactChanges.flatMap((change) => change.replacements));
      expect(apply(result.source.text, replaced)).toBe(result.output);
    }
  });
});

describe('github', () => {
  it('is a workflow command for each remark and each site that would change', () => {
    expect(report('github', [blocked]).out).toBe(
      [
        '::warning file=sub dir/b.py,line=9,col=5,endLine=9,title=LS208::the call unpacks its arguments, so what is run cannot be seen%0Ahint: write the coroutine as the first argument',
        '::notice file=sub dir/b.py,line=8,col=5,endLine=8,title=loopshift::`run` would become `await`',
        '',
      ].join('\n'),
    );
  });

  it('escapes what would end a command', () => {
    const { out } = report('github', [made('a:b,100%\n.py', BLOCKED)]);
    expect(out).toContain('file=a%3Ab%2C100%25\\n.py,line=9');
    expect(out.trimEnd().split('\n')).toHaveLength(2);
  });

  it('names the cell, and points at the JSON', () => {
    const { out } = report('github', [cells]);
    expect(out).toMatch(/::warning file=e\.ipynb,line=28,col=10,endLine=28,title=LS208::cell 2, line 9: /);
  });
});

describe('text', () => {
  it('keeps diagnostics off stdout, and control characters off both', () => {
    const { out, err } = report('text', [made('a\u001b[2J.py', BLOCKED)], { terminal: true });
    expect(out).toContain('+x = await main()\n');
    expect(err).toContain(
      'a\\x1b[2J.py:9:5 LS208 the call unpacks its arguments, so what is run cannot be seen\n    hint: write the',
    );
    expect(out + err).not.toContain('\u001b');
  });

  it('marks a caution beside a site that did convert', () => {
    const [site] = changed.sites.map((each) => ({ ...each, code: 'LS207', message: 'mind this' }));
    expect(report('text', [{ ...changed, sites: site === undefined ? [] : [site] }]).err).toContain(
      'a.py:8:5 LS207 mind this (converted to await)\n',
    );
  });

  it('says once what to do in a file, in lines that fit the terminal', () => {
    const { err } = report('text', [made('a.py', `${BLOCKED}g = asyncio.run(*jobs)\n`)], { columns: 50 });
    expect(err.slice(0, err.indexOf('\n\n') + 2)).toBe(
      [
        'a.py:9:5 LS208 the call unpacks its arguments, so',
        '    what is run cannot be seen',
        '    hint: write the coroutine as the first',
        '    argument',
        'a.py:10:5 LS208 the call unpacks its arguments, so',
        '    what is run cannot be seen',
        '',
        '',
      ].join('\n'),
    );
  });

  it('groups what was said in the order in which to act on it, the most frequent first', () => {
    const twin = 'from pydantic_ai import Agent\na = Agent("m")\nx = a.run_sync("q")\n';
    const caution = `${RUN}f = (asyncio.run(main()) for _ in "ab")\n`;
    const results = [
      made('a.py', twin),
      made('b.py', `${BLOCKED}g = asyncio.run(*jobs)\n`),
      made('c.py', caution),
      failed,
    ];
    const { err } = report('text', results);
    expect(/^ {2}errors.*?\n(?! )/ms.exec(err)?.[0]).toBe(
      [
        '  errors    1  LS102  invalid-json',
        '  blocked   2  LS208  unpacked-arguments',
        '            1  LS808  sync-wrapper (1 with --unsafe)',
        '  cautions  1  LS202  await-in-generator-expression',
        '',
      ].join('\n'),
    );
  });

  it('sums up', () => {
    const { err } = report('text', [changed, blocked, unchanged, failed]);
    expect(err.slice(err.indexOf('\n\n') + 2)).toBe(
      [
        '  form  to     converted  unchanged  blocked',
        '  run   -              -          -        1',
        '  run   await          2          -        -',
        '',
        '  errors   1  LS102  invalid-json',
        '  blocked  1  LS208  unpacked-arguments',
        'loopshift explain LS102 says why',
        '',
        '4 files, 3 run sites (1 blocked), 1 file failed',
        '2 files would change; rerun with --write',
        '',
      ].join('\n'),
    );
  });

  it('tells what --unsafe would add', () => {
    expect(report('text', [{ ...unchanged, unsafeSites: 2 }]).err).toContain('2 more with --unsafe\n');
  });

  it('keeps what asks for nothing for -v, and says there what was chosen', () => {
    const skipped = made('a.py', `# loopshift: skip-file\n${RUN}`);
    expect(report('text', [skipped]).err).not.toContain('a.py');
    const { err } = report('text', [skipped], { verbose: true });
    expect(err).toContain('a.py: to notebook, Python 3.11\na.py:1:1 LS113 ');
  });

  it('lists the sites of a scan', () => {
    const { out } = report('text', [blocked], { command: 'scan' });
    expect(out).toBe('sub dir/b.py:8:5: run (module) -> await\nsub dir/b.py:9:5: run (module) LS208\n');
  });
});

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Replacement {
  readonly deletedRegion: Region;
  readonly insertedContent?: { readonly text: string };
}

interface SarifFix {
  readonly artifactChanges: readonly { readonly replacements: readonly Replacement[] }[];
}

interface SarifResult {
  readonly ruleId: string;
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region };
  }[];
  readonly fixes?: readonly SarifFix[];
}

function place(result: SarifResult): readonly [uri: string, line: number, column: number] {
  const at = result.locations[0]?.physicalLocation;
  return [at?.artifactLocation.uri ?? '', at?.region.startLine ?? 0, at?.region.startColumn ?? 0];
}

/** What a viewer of SARIF does with the replacements. */
function apply(text: string, replacements: readonly Replacement[]): string {
  const lines = text.split(/(?<=\n)/);
  const offset = (line: number, column: number) =>
    lines.slice(0, line - 1).join('').length + [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length;
  return replacements
    .map(({ deletedRegion: { startLine, startColumn, endLine, endColumn }, insertedContent }) => ({
      start: offset(startLine, startColumn),
      end: offset(endLine, endColumn),
      text: insertedContent?.text ?? '',
    }))
    .sort((a, b) => b.start - a.start)
    .reduce((done, edit) => done.slice(0, edit.start) + edit.text + done.slice(edit.end), text);
}

function made(path: string, text: string, options: ConvertOptions = { to: 'notebook' }): Result {
  return convert({ path, text }, options);
}

function report(
  format: string,
  results: readonly Result[],
  own: Partial<ReportStyle> = {},
): { out: string; err: string } {
  const style: ReportStyle = {
    command: 'convert',
    tree: false,
    color: { out: false, err: false },
    terminal: false,
    diffStyle: 'raw',
    diff: true,
    names: false,
    quiet: false,
    verbose: false,
    changes: 'shown',
    version: '1.2.3',
    ...own,
  };
  const writer = findReporter(format)?.open(style);
  const counter = createCounter();
  for (const result of results) counter.add(result);
  const tally = counter.tally();
  const chunks = [
    writer?.start?.(),
    ...results.map((result) => writer?.file({ result })),
    writer?.end(tally, tally.failed > 0 ? 2 : 0),
  ];
  return {
    out: chunks.map((chunk) => chunk?.out?.toString() ?? '').join(''),
    err: chunks.map((chunk) => chunk?.err ?? '').join(''),
  };
}
