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
    expect(() => createConfigs({})(folder)).toThrow(`${join(folder, 'pyproject.toml')}: ${message}`);
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
