import { convert } from '../../src/convert.js';
import type { ConvertOptions } from '../../src/options.js';
import { openPage } from '../../src/reporters/html/page.js';
import { createCounter, type ReportStyle } from '../../src/reporters/index.js';
import type { Result } from '../../src/result.js';
import { notebook } from '../support/notebook.js';

const RUN = 'import asyncio\n\n\nasync def main():\n    return 1\n\n\nx = asyncio.run(main())\n';
const HOSTILE = '</script><img src=x onerror="alert(1)">\u001b[2J\u202e&amp;';

describe('the page', () => {
  const changed = made('a.py', RUN);
  const page = pageOf([changed]);

  it('shows before and after side by side, and which words differ', () => {
    expect(page).toContain(
      '<tr><td class="n">8<td class="del">x = <del>asyncio.run(</del>main()<del>)</del><td class="n">5<td class="ins">x = <ins>await </ins>main()',
    );
    expect(page).toContain('<tr class="same"><td class="n">5<td>    return 1<td class="n">2<td>    return 1');
  });

  it('asks nobody for anything', () => {
    const text = pageOf([made('a.py', `${RUN}url = "https://example.org/"\n`)]);
    const tags = [...text.matchAll(/<[a-z][^>]*>/g)].map(([tag]) => tag);
    expect(tags.filter((tag) => /\s(?:src|srcset|href|action|data)=/.test(tag))).toEqual([]);
    const own = [...text.matchAll(/<(style|script)>(.*?)<\/\1>/gs)].map(([, , content]) => content).join('');
    expect(own).not.toMatch(/https?:|url\(|@import|\bimport\(|fetch\(|XMLHttpRequest/);
    expect(text).toContain("default-src 'none'");
  });

  it('is the same for the same results', () => {
    expect(pageOf([made('a.py', RUN)])).toBe(page);
  });

  it('shows a notebook by cell', () => {
    const text = pageOf([made('nb.ipynb', notebook('print(1)', RUN, 'y = asyncio.run(main())'))]);
    expect([...text.matchAll(/<h3>cell (\d) /g)].map(([, cell]) => cell)).toEqual(['2', '3']);
    expect(text).toContain('<td class="n">1<td class="ins">y = <ins>await </ins>main()');
    expect(text).not.toContain('newline');
  });

  it('tells why a site stays, with its line', () => {
    const text = pageOf([made('b.py', `${RUN}f = asyncio.run(*jobs)  # <- here\n`)]);
    expect(text).toContain('<li class="warning" data-code="LS208">');
    expect(text).toContain('<code class="line">f = asyncio.run(*jobs)  # &lt;- here</code>');
    expect(text).toContain('data-path="b.py" data-status="changed blocked" data-codes="LS208"');
  });

  it('tells why a file failed, and counts files with nothing to say of', () => {
    const text = pageOf([made('d.ipynb', 'no'), made('c.py', 'print(1)\n')]);
    expect(text).toContain('data-path="d.ipynb" data-status="failed" data-codes="LS102"');
    expect(text).not.toContain('data-path="c.py"');
    expect(text).toContain('<b>2</b> files');
  });

  it('marks what a baseline has recorded, and does not leave it out', () => {
    const result = made('b.py', `${RUN}f = asyncio.run(*jobs)\n`);
    const known = { ...result, sites: result.sites.map((site) => ({ ...site, known: true as const })) };
    expect(pageOf([known])).toContain('cannot be seen<span class="small"> (in the baseline)</span>');
  });

  it('lists the sites of a scan, and no diff', () => {
    const text = pageOf([changed], { command: 'scan' });
    expect(text).toMatch(/<td class="place">8:5<td>run<td>module<td><span class="badge converted">await/);
    expect(text).toContain('data-status="convertible"');
    expect(text).toContain('1 run site: 1 convertible, 0 unchanged, 0 blocked');
    expect(text).not.toContain('class="diff"');
  });

  it('says that the last line of one side has no line end', () => {
    const result = { ...changed, output: changed.output.trimEnd(), edits: [], rewrites: [] };
    const { document: _, ...bare } = result;
    expect(pageOf([bare])).toContain('(no newline at the end');
  });

  it.each([
    ['a path', made(`${HOSTILE}.py`, RUN)],
    ['source', made('a.py', `x = '''${HOSTILE}'''\n${RUN}y = asyncio.run(*x)  # ${HOSTILE}\n`)],
    ['a changed line', made('a.py', `${RUN.trimEnd()}  # ${HOSTILE}\n`)],
    ['the id of a cell', made('a.ipynb', notebook(RUN).replace('"c1"', JSON.stringify(HOSTILE)))],
    ['a message', { ...changed, sites: changed.sites.map((site) => ({ ...site, code: HOSTILE, message: HOSTILE })) }],
  ])('escapes %s', (_, result) => {
    const text = pageOf([result]);
    expect(text).toMatch(/&lt;(?:\/|&#x2F;)script&gt;&lt;img src=x/);
    expect(text).not.toContain('<img');
    expect(text.match(/<\/script>/g)).toHaveLength(1);
    expect([...text].filter((character) => character !== '\n' && /[\p{Cc}\u202e]/u.test(character))).toEqual([]);
  });

  it('opens few files, and closes many until one is asked for', () => {
    const many = Array.from({ length: 40 }, (_, index) => made(`${index}.py`, RUN));
    expect(pageOf(many.slice(0, 5)).match(/<details [^>]* open>/g)).toHaveLength(5);
    expect(pageOf(many)).not.toMatch(/<details [^>]* open>/);
  });

  it('is readable where nothing was found', () => {
    expect(pageOf([])).toContain('nothing to show');
  });
});

function made(path: string, text: string, options: ConvertOptions = { to: 'notebook' }): Result {
  return convert({ path, text }, options);
}

function pageOf(results: readonly Result[], own: Partial<ReportStyle> = {}): string {
  const page = openPage({
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
  });
  const counter = createCounter();
  for (const result of results) {
    page.add({ result });
    counter.add(result);
  }
  return page.end(counter.tally());
}
