import { convert, scan } from '../../src/convert.js';
import { loadParser } from '../../src/python/parser.js';

const source = {
  path: 'chain.py',
  text: `import asyncio

async def get(n): return n

def fetch(n): return asyncio.run(get(n))

class Client:
    def both(self, a, b): return fetch(a), fetch(b)

print(Client().both(1, 2))
print(fetch(3))
`,
};

describe('the report of a promotion', () => {
  beforeAll(() => loadParser());

  it('names every function of the chain, and the calls that have to await', () => {
    const [site] = convert(source, { to: 'notebook' }).sites;
    const chain = site?.promotes?.map(({ name, location, callers }) => ({
      name,
      line: location.line,
      callers: callers.map((caller) => `${caller.location.line} ${caller.within ?? '-'}`),
    }));
    expect(chain).toEqual([
      { name: 'fetch', line: 5, callers: ['8 both', '8 both', '11 -'] },
      { name: 'both', line: 8, callers: ['10 -'] },
    ]);
  });

  it('is the same in an inventory', () => {
    expect(scan(source, { to: 'notebook' }).sites).toEqual(convert(source, { to: 'notebook' }).sites);
  });

  it('is absent where the chain is not promoted', () => {
    const [site] = convert(
      { ...source, text: `${source.text}print(list(map(fetch, [1])))\n` },
      { to: 'notebook', bridge: false },
    ).sites;
    expect(site?.code).toBe('LS401');
    expect(site?.promotes).toBeUndefined();
  });
});
