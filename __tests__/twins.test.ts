import { mayHoldSite } from '../src/batch/prefilter.js';
import { convert } from '../src/convert.js';
import { type Twin, twins } from '../src/forms/twins.js';
import { loadParser } from '../src/python/parser.js';

beforeAll(() => loadParser());

/** `from pydantic_ai import Agent⏎thing = Agent()⏎x = thing.run_sync(1)`, with what calls it in front of the parenthesis. */
function sample({ name }: Twin): readonly [text: string, callee: string] {
  const parts = name.split('.');
  const method = parts.at(-1) as string;
  const first = parts.findIndex((part) => /^[A-Z]/.test(part));
  if (first === -1) return [`import ${parts.slice(0, -1).join('.')}\n\nx = ${name}(1)\n`, name];
  const maker = parts.slice(first, -1).join('.');
  const text = `from ${parts.slice(0, first).join('.')} import ${parts[first]}\n\nthing = ${maker}()\nx = thing.${method}(1)\n`;
  return [text, `thing.${method}`];
}

describe('the table of synchronous wrappers', () => {
  it.each(twins.map((twin) => [twin.name, twin] as const))('%s', (name, twin) => {
    const [text, callee] = sample(twin);
    const { output, sites } = convert({ path: 'a.py', text }, { to: 'notebook', unsafe: true });
    expect(sites.map(({ form }) => form)).toEqual(['twin']);
    const [site] = sites;
    if (twin.twin !== undefined) {
      expect(output).toContain(`x = await ${callee.slice(0, callee.lastIndexOf('.'))}.${twin.twin}(1)\n`);
      expect(name.endsWith(`.${twin.twin}`)).toBe(false);
    } else if (twin.wrapped !== undefined)
      expect(output).toContain('x = await uvicorn.Server(uvicorn.Config(1)).serve()\n');
    else expect(`${site?.message} ${site?.hint}`).toContain(twin.advice);
    expect(convert({ path: 'a.py', text }, { to: 'notebook' }).status).toBe('unchanged');
    expect(mayHoldSite(Buffer.from(text), 'a.py')).toBe(true);
  });

  it('names no wrapper twice', () => {
    const names = twins.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('knows what is made by another way of the class, and by no other function of it', () => {
    const made = (maker: string) =>
      convert(
        { path: 'a.py', text: `from pydantic_evals import Dataset\n\nDataset.${maker}("a").evaluate_sync(f)\n` },
        { to: 'notebook', unsafe: true },
      ).output;
    expect(made('from_file')).toContain('await Dataset.from_file("a").evaluate(f)');
    expect(made('add_case')).not.toContain('await');
  });
});
