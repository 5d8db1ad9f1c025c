import { type Answer, createInterview, type Question } from '../../src/cli/interview.js';
import { convert } from '../../src/convert.js';
import { loadParser } from '../../src/python/parser.js';
import type { Result } from '../../src/result.js';

const TEXT = `import asyncio

loop = asyncio.new_event_loop()
a = loop.run_until_complete(f())
b = asyncio.run(g())
c = loop.run_until_complete(h())
d = asyncio.run(g())
`;

beforeAll(() => loadParser());

/** Answers in turn; every question is kept. */
function interviewed(answers: readonly Answer[]) {
  const questions: Question[] = [];
  const interview = createInterview(convert, async (question) => {
    questions.push(question);
    return answers[questions.length - 1] ?? 'no';
  });
  const run = (text = TEXT): Promise<Result> => interview.work({ path: 'a.py', text }, { to: 'notebook' });
  return { interview, questions, run };
}

describe('an interview', () => {
  it('asks once for sites that share a loop, and numbers what is left to ask', async () => {
    const { questions, run } = interviewed(['yes', 'no', 'yes']);
    const { output } = await run();
    expect(questions.map(({ offer, number, of }) => [offer.tie, offer.sites.length, number, of])).toEqual([
      ['the loop `loop`', 2, 1, 3],
      ['', 1, 2, 3],
      ['', 1, 3, 3],
    ]);
    expect(output).toBe('import asyncio\n\na = await f()\nb = asyncio.run(g())\nc = await h()\nd = await g()\n');
  });

  it('shows what each answer adds to those before', async () => {
    const { questions, run } = interviewed(['yes', 'yes', 'yes']);
    const { output } = await run();
    expect(questions.map(({ after }) => after.output.includes('import asyncio'))).toEqual([true, true, false]);
    expect(questions[1]?.before.output).toBe(questions[0]?.after.output);
    expect(questions[2]?.after.output).toBe(output);
  });

  it('gives what a run without questions gives, where everything is accepted', async () => {
    const { run } = interviewed(['yes', 'yes', 'yes']);
    const plain = convert({ path: 'a.py', text: TEXT }, { to: 'notebook' });
    const { output, sites, edits } = await run();
    expect({ output, sites, edits }).toEqual({ output: plain.output, sites: plain.sites, edits: plain.edits });
  });

  it('reports what was turned down as left alone, by whose wish', async () => {
    const { run } = interviewed(['no', 'no', 'no']);
    const { status, output, sites } = await run();
    expect([status, output]).toEqual(['unchanged', TEXT]);
    expect(sites.map(({ status: each, code }) => `${each} ${code}`)).toEqual(Array(4).fill('unchanged LS115'));
  });

  it('asks no more after `all`, in other files too', async () => {
    const { questions, interview, run } = interviewed(['no', 'all']);
    expect((await run()).output).toContain('a = loop.run_until_complete(f())\nb = await g()');
    expect((await run('import asyncio\nasyncio.run(f())\n')).output).toBe('await f()\n');
    expect([questions.length, interview.state]).toEqual([2, 'asking']);
  });

  it('keeps what was accepted before `quit`, and nothing after it', async () => {
    const { interview, run } = interviewed(['no', 'yes', 'quit']);
    expect((await run()).output).toBe(TEXT.replace('b = asyncio.run(g())', 'b = await g()'));
    expect(interview.state).toBe('quit');
    expect((await run()).output).toBe(TEXT);
  });

  it('leaves the file alone on `cancel`', async () => {
    const { interview, run } = interviewed(['yes', 'cancel']);
    expect((await run()).output).toBe(TEXT);
    expect(interview.state).toBe('cancelled');
  });

  it('asks nothing where nothing would change', async () => {
    const { questions, run } = interviewed([]);
    await run('import asyncio\nasyncio.run(*jobs)\n# asyncio.run(main())\n');
    await run('x = (\n');
    expect(questions).toEqual([]);
  });

  it('keeps nest_asyncio for a loop that is gone', async () => {
    const text = `import asyncio
import nest_asyncio

loop = asyncio.new_event_loop()
nest_asyncio.apply(loop)
loop.run_until_complete(f())
`;
    const { questions, run } = interviewed(['yes', 'no']);
    const { output } = await run(text);
    expect(questions.map(({ offer }) => offer.id)).toEqual(['group 0', 'nest-asyncio 68']);
    expect(output).toBe('import nest_asyncio\n\nnest_asyncio.apply()\nawait f()\n');
  });
});
