import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'smol-toml';
import { createConfigs } from '../src/batch/config.js';
import { buildCommandLine, loopshift, makeFolder, removeFolders } from './support/command-line.js';
import { notebook } from './support/notebook.js';

const root = join(__dirname, '..');
const read = (name: string) => JSON.parse(readFileSync(join(root, 'schema', `${name}.json`), 'utf8'));

beforeAll(buildCommandLine);
afterAll(removeFolders);

/** What fails a value, or nothing. */
function faults(validate: ValidateFunction, value: unknown): readonly string[] {
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('schema/settings.json', () => {
  const validate = new Ajv({ strict: true }).compile(read('settings'));

  it.each([
    'to = "notebook"',
    'to = "notebok"',
    'too = "notebook"',
    'python = "auto"',
    'python = "3.6"',
    'python = "3.15.1"',
    'python = "3.16"',
    'python = "2.7"',
    'python = 3.9',
    'guard = "thread"',
    'guard = "tasks"',
    'bridge = false',
    'bridge = "no"',
    'unsafe = true',
    'unsafe = 1',
    'clear-errors = true',
    'clear_errors = true',
    'python-cell-magics = ["x"]',
    'python-cell-magics = "x"',
    'run-wrappers = ["a.b"]',
    'run-wrappers = [1]',
    'twins = ["a.B.c:d"]',
    'twins = ["a:d"]',
    'twins = ["a.b"]',
    'include = []',
    'include = ["*.py", 1]',
    'exclude = ["a/"]',
    'exclude = false',
    'respect-gitignore = false',
    'respect-gitignore = "false"',
    'force-exclude = true',
    '[force-exclude]',
  ])('says of `%s` what the reader says', (line) => {
    const folder = makeFolder({ 'own.toml': `${line}\n` });
    let isRead = true;
    try {
      createConfigs({ file: join(folder, 'own.toml') });
    } catch {
      isRead = false;
    }
    expect(faults(validate, parse(line)).length === 0).toBe(isRead);
  });

  it('is a part of schema/pyproject.json', () => {
    const { $schema: _, title: __, ...settings } = read('settings');
    expect(read('pyproject').properties.tool.properties.loopshift).toEqual(settings);
    const whole = new Ajv({ strict: true }).compile(read('pyproject'));
    expect(faults(whole, parse('[project]\nname = "x"\n[tool.other]\nto = 1\n'))).toEqual([]);
    expect(faults(whole, parse('[tool.loopshift]\nto = 1\n'))).toHaveLength(1);
  });

  it("takes the README's example", () => {
    const blocks = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^```toml file=\S+\n([\s\S]*?)^```$/gm)];
    const whole = new Ajv({ strict: true }).compile(read('pyproject'));
    expect(blocks.map(([, text = '']) => faults(whole, parse(text)))).toEqual([[]]);
  });
});

describe('schema/report.json', () => {
  const RUN = 'import asyncio\n\n\nasync def main():\n    return 1\n\n\nx = asyncio.run(main())\n';
  const files = {
    'a.py': RUN,
    'b.py': `${RUN}asyncio.run(*jobs)\n`,
    'c.ipynb': notebook('x = (', RUN, 'asyncio.run(*jobs)'),
    'd.ipynb': 'no',
    'e.py': 'print(1)\n',
    'own.py': 'time.sleep(1)\n',
    'own.ts': `import { defineTransform, diagnose } from 'loopshift';
export default defineTransform({ name: 'own', summary: 's', *apply(module) {
  for (const node of module.find('call')) yield diagnose(node, { code: 'MY001', message: 'm' });
} });
`,
  };
  const ajv = new Ajv({ strict: true, allowUnionTypes: true });
  const schema = closed(read('report'));
  const report = ajv.compile(schema);
  const line = ajv.compile({ definitions: schema.definitions, $ref: '#/definitions/line' });

  it.each([
    [['convert', '.']],
    [['convert', '--to', 'notebook', '--check', '.']],
    [['convert', '--to', 'portable', '.']],
    [['convert', '--write', '--to', 'notebook', '.']],
    [['convert', '--to', 'notebook', '--baseline', 'b.json', '--update-baseline', '.']],
    [['convert', '--verify', 'a.py']],
    [['convert', 'c.ipynb', '-o', 'c.py']],
    [['convert', 'no.py', 'own.ts']],
    [['scan', '--tree', '.']],
    [['scan', '--files-from', 'own.ts']],
    [['scan', '-']],
    [['run', 'asyncio-run-to-await,remove-nest-asyncio', '.']],
    [['run', './own.ts', 'own.py', 'e.py']],
  ])('is what %j prints', (args) => {
    const folder = makeFolder(files);
    const { out } = loopshift([...args, '--json'], { cwd: folder, input: RUN });
    expect(faults(report, JSON.parse(out))).toEqual([]);
    const other = loopshift([...args, '--output-format', 'ndjson'], { cwd: makeFolder(files), input: RUN });
    const lines = other.out.trimEnd().split('\n');
    expect(lines.flatMap((each) => faults(line, JSON.parse(each)))).toEqual([]);
    expect(lines).toHaveLength(JSON.parse(out).files.length + 1);
  });

  it('refuses what no report is', () => {
    expect(faults(report, { version: 2, files: [], summary: {} })).not.toEqual([]);
    expect(faults(line, { version: 1, path: 'a.py' })).not.toEqual([]);
  });
});

/** A field that the schema does not know would be none of version 1: here, and only here, it is a fault. */
function closed(schema: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const close = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(close);
    if (typeof value !== 'object' || value === null) return value;
    const inside = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, close(each)]));
    const isClosed = 'properties' in value && !('additionalProperties' in value);
    return isClosed ? { ...inside, additionalProperties: false } : inside;
  };
  return close(schema) as Record<string, unknown>;
}
