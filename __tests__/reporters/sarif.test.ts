import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { buildCommandLine, loopshift, makeFolder, removeFolders } from '../support/command-line.js';
import { notebook } from '../support/notebook.js';

const RUN = 'import asyncio\n\n\nasync def main():\n    return 1\n\n\nx = asyncio.run(main())\n';
const FILES = {
  'a.py': RUN,
  'with space/\u65e5\u672c #1%.py': `s = "\u{1f600}\u001b"; ${RUN}f = asyncio.run(*jobs)\n`,
  'crlf.py': `\ufeff${RUN.replaceAll('\n', '\r\n')}`,
  'latin1.py': Buffer.from(`# coding: latin-1\n${RUN}# \u00e9\n`, 'latin1'),
  'broken.py': 'import asyncio\ndef f(:\n    asyncio.run(x())\n',
  'cells.ipynb': notebook(
    'import asyncio',
    'async def main(): ...',
    's = "\u00e9"; asyncio.run(main())',
    'asyncio.run(*x)',
  ),
  'bad.ipynb': 'no',
  'empty.py': '',
};

/** The schema that OASIS publishes, as Microsoft's matchers for SARIF hold it. */
const schema = JSON.parse(
  readFileSync(join(__dirname, '../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
) as object;

// One of its patterns is none where `u` is set.
const ajv = new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

beforeAll(buildCommandLine);
afterAll(removeFolders);

describe('sarif', () => {
  it.each([
    ['convert', ['convert', '--to', 'notebook', '.']],
    ['convert --write', ['convert', '--write', '--to', 'notebook', '.']],
    ['scan', ['scan', '--to', 'notebook', '.']],
    ['run', ['run', 'asyncio-run-to-await', '.']],
    ['a run without a file', ['convert', '--exclude', '**', '.']],
  ])('of %s is what the schema asks for', (_, args) => {
    const { out, err } = loopshift([...args, '--output-format', 'sarif'], { cwd: makeFolder(FILES) });
    expect(err).toBe('');
    validate(JSON.parse(out));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('would be told if it were not', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: {}, results: [{ message: 'no object' }] }] })).toBe(false);
    expect(validate.errors?.map(({ instancePath }) => instancePath)).toContain('/runs/0/results/0/message');
  });

  it('names the cell beside the place in the JSON', () => {
    const cwd = makeFolder(FILES);
    const { out } = loopshift(['convert', '--to', 'notebook', '--output-format', 'sarif', 'cells.ipynb'], { cwd });
    const { results } = JSON.parse(out).runs[0];
    expect(results).toMatchObject([
      {
        message: {
          text: 'cell 4, line 1: the call unpacks its arguments, so what is run cannot be seen (write the coroutine as the first argument)',
        },
        locations: [{ logicalLocations: [{ name: 'cell 4', fullyQualifiedName: 'c4' }] }],
      },
      { message: { text: expect.stringMatching(/^cell 3, line 1: /) } },
    ]);
  });
});
