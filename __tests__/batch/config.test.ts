import { join } from 'node:path';
import { createConfigs } from '../../src/batch/config.js';
import { git, makeFolder, removeFolders } from '../support/command-line.js';

afterAll(removeFolders);

describe('[tool.loopshift]', () => {
  it('is empty where nobody wrote one', () => {
    const folder = makeFolder({});
    expect(createConfigs({})(folder)).toEqual({
      config: { base: folder, convert: {}, include: [], exclude: [] },
      python: undefined,
    });
  });

  it('is read from the nearest pyproject.toml that has one', () => {
    const folder = makeFolder({
      'pyproject.toml': TOML,
      'sub/pyproject.toml': '[project]\nrequires-python = ">=3.9"\n',
      'sub/deep/a.py': '',
    });
    const found = createConfigs({})(join(folder, 'sub/deep'));
    expect(found.config).toEqual({
      path: join(folder, 'pyproject.toml'),
      base: folder,
      convert: {
        to: 'notebook',
        python: '3.12',
        guard: 'thread',
        bridge: false,
        unsafe: true,
        clearErrors: true,
        pythonCellMagics: ['mine'],
        runWrappers: ['pkg.drive'],
        twins: ['pkg.Client.fetch:afetch'],
      },
      include: ['src/'],
      exclude: ['*_pb2.py'],
      respectGitignore: false,
      forceExclude: true,
    });
    expect(found.python).toMatchObject({ version: '3.9', key: 'project.requires-python' });
  });

  it('is not looked for above the root of the repository', () => {
    const folder = makeFolder({ 'pyproject.toml': TOML, 'repo/a.py': '' });
    git(join(folder, 'repo'), 'init', '-q');
    expect(createConfigs({})(join(folder, 'repo')).config.path).toBeUndefined();
  });

  it('is left alone with --isolated, and replaced by --config', () => {
    const folder = makeFolder({
      'pyproject.toml': TOML,
      'other.toml': 'to = "repl"\n',
      'own.toml': '[tool.loopshift]\nto = "script"\n',
    });
    expect(createConfigs({ isolated: true })(folder).config.convert).toEqual({});
    expect(createConfigs({ file: join(folder, 'other.toml') })(folder).config.convert).toEqual({ to: 'repl' });
    expect(createConfigs({ file: join(folder, 'own.toml') })(folder).config.convert).toEqual({ to: 'script' });
    expect(() => createConfigs({ file: join(folder, 'no.toml') })).toThrow('no.toml: no such file');
  });

  it.each([
    ['pyton = "3.9"', 'unknown key `pyton`; did you mean `python`?'],
    [
      'to = "notebok"',
      '`to` must be one of "notebook", "repl", "script", "portable", "auto"; did you mean `notebook`?',
    ],
    ['python = 3.9', '`python` must be "auto" or a version from "3.6" to "3.15", as a string'],
    ['unsafe = "yes"', '`unsafe` must be true or false'],
    ['exclude = "a"', '`exclude` must be a list of strings'],
  ])('%s is refused', (line, message) => {
    const folder = makeFolder({ 'pyproject.toml': `[tool.loopshift]\n${line}\n` });
    expect(() => createConfigs({})(folder)).toThrow(`${join(folder, 'pyproject.toml')}:2:1: ${message}`);
  });

  it.each([
    ['[tool.black]\nto = 1\n[tool.loopshift]\n  too = 1', '4:3'],
    ['[tool]\nloopshift = { "to" = "x" } # to = 1', '2:15'],
    ["# é\n'tool'.loopshift.'to' = 'x'", '2:18'],
    ['[tool.loopshift]\ninclude = ["""\nto = 1"""]\nto = "x"', '4:1'],
    ['[tool.loopshift.to]\nx = 1', '1:17'],
    ['[tool.loopshift]\n"t\\u006f" = 1', undefined],
  ])('%j is refused at %s', (toml, place) => {
    const folder = makeFolder({ 'pyproject.toml': toml });
    const at = place === undefined ? '' : `${place}:`;
    expect(() => createConfigs({})(folder)).toThrow(`${join(folder, 'pyproject.toml')}:${at} `);
  });

  it('has to be a table, and to be there where it is named', () => {
    const folder = makeFolder({ 'pyproject.toml': '[tool]\nloopshift = true\n', 'other.toml': '[tool.black]\n' });
    expect(() => createConfigs({})(folder)).toThrow('pyproject.toml: `tool.loopshift` must be a table');
    expect(() => createConfigs({ file: join(folder, 'other.toml') })).toThrow('other.toml: it has no [tool.loopshift]');
  });

  it('tells where the file is broken', () => {
    const folder = makeFolder({ 'pyproject.toml': '[tool.loopshift]\nto = \n' });
    expect(() => createConfigs({})(folder)).toThrow(/pyproject\.toml:2:\d+: /);
  });
});

describe("the project's Python", () => {
  it.each([
    ['[project]\nrequires-python = ">=3.8,<4"', '3.8'],
    ['[tool.poetry.dependencies]\npython = "^3.10"', '3.10'],
    ['[tool.poetry.dependencies]\npython = { version = "^3.10" }', undefined],
    ['[project]\nrequires-python = ">=2.7"', undefined],
    ['[project]\nname = "x"', undefined],
  ])('%j', (toml, version) => {
    expect(createConfigs({})(makeFolder({ 'pyproject.toml': toml })).python?.version).toBe(version);
  });
});

const TOML = `
[project]
requires-python = ">=3.7"

[tool.loopshift]
to = "notebook"
python = "3.12"
guard = "thread"
bridge = false
unsafe = true
clear-errors = true
python-cell-magics = ["mine"]
run-wrappers = ["pkg.drive"]
twins = ["pkg.Client.fetch:afetch"]
include = ["src/"]
exclude = ["*_pb2.py"]
respect-gitignore = false
force-exclude = true
`;
