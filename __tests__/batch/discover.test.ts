import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DiscoverOptions, discover } from '../../src/batch/discover.js';
import { createGlobs } from '../../src/batch/globs.js';
import { git, makeFolder, removeFolders } from '../support/command-line.js';

const home = process.cwd();

afterEach(() => process.chdir(home));
afterAll(removeFolders);

describe('a directory', () => {
  it('gives Python files and notebooks, by name, and never stubs', async () => {
    const names = ['b.py', 'a/z.py', 'a.pyw', 'n.ipynb', 'Upper.PY', 's.pyi', 'x.txt', 'py', 'a/deep/er/y.py'];
    within(files(names));
    expect(await paths(['.'])).toEqual(['Upper.PY', 'a.pyw', 'a/deep/er/y.py', 'a/z.py', 'b.py', 'n.ipynb']);
    expect(await paths(['a'])).toEqual(['a/deep/er/y.py', 'a/z.py']);
    expect(await paths(['./a/'])).toEqual(['a/deep/er/y.py', 'a/z.py']);
  });

  it('is not searched for copies and for code of others', async () => {
    const skipped = [
      '.venv',
      'venv',
      'node_modules',
      '.ipynb_checkpoints',
      '__pycache__',
      'lib/site-packages',
      '.git',
      '.tox',
    ];
    within(files(['a.py', 'own-env/pyvenv.cfg', 'own-env/b.py', ...skipped.map((name) => `${name}/x.py`)]));
    expect(await paths(['.'])).toEqual(['a.py']);
    expect(await paths(['.venv', 'own-env'])).toEqual(['.venv/x.py', 'own-env/b.py']);
  });

  it('may be called like a file', async () => {
    within(files(['x.py/a.py', 'y.ipynb/b.py']));
    expect(await paths(['.'])).toEqual(['x.py/a.py', 'y.ipynb/b.py']);
  });

  it('is entered once, where links make a circle too', async () => {
    const folder = within(files(['real/a.py', 'real/sub/b.py']));
    symlinkSync('real', join(folder, 'alias'));
    symlinkSync('..', join(folder, 'real/sub/up'));
    symlinkSync('real/a.py', join(folder, 'a-link.py'));
    expect(await paths(['.'])).toEqual(['real/a.py', 'real/sub/b.py']);
    expect(await paths(['alias'])).toEqual(['alias/a.py', 'alias/sub/b.py']);
    expect(await paths(['.', 'alias', 'a-link.py'])).toEqual(['real/a.py', 'real/sub/b.py']);
  });

  it('is not left through a link, unless the link itself is named', async () => {
    const [folder, other] = [files(['a.py']), files(['b.py'])];
    symlinkSync(other, join(folder, 'outside'));
    symlinkSync(join(other, 'b.py'), join(folder, 'c.py'));
    within(folder);
    expect(await discover([{ path: '.', listed: false }], options())).toEqual([
      { kind: 'file', path: 'a.py', explicit: false, number: 0 },
      { kind: 'passed-over', path: 'c.py', reason: 'a link that leads outside' },
      { kind: 'passed-over', path: 'outside', reason: 'a link that leads outside' },
    ]);
    expect(await paths(['outside'])).toEqual(['outside/b.py']);
    expect(await paths(['c.py'])).toEqual(['c.py']);
  });

  it('tells of a link to nowhere, but not of the locks of Emacs', async () => {
    const folder = within(files(['a.py']));
    symlinkSync('gone.py', join(folder, 'b.py'));
    symlinkSync('me@host.1', join(folder, '.#a.py'));
    expect(await discover([{ path: '.', listed: false }], options())).toEqual([
      { kind: 'file', path: 'a.py', explicit: false, number: 0 },
      { kind: 'missing', path: 'b.py', reason: 'no such file or directory' },
    ]);
  });

  it('that cannot be read is told', async () => {
    const folder = within(files(['shut/a.py', 'b.py']));
    chmodSync(join(folder, 'shut'), 0);
    const found = await discover([{ path: '.', listed: false }], options());
    chmodSync(join(folder, 'shut'), 0o755);
    // root reads everything
    if (process.getuid?.() === 0) expect(found.map(({ path }) => path)).toEqual(['b.py', 'shut/a.py']);
    else expect(found).toContainEqual({ kind: 'unreadable', path: 'shut', reason: 'permission denied' });
  });
});

describe('a path that is named', () => {
  it('is taken, whatever rules say', async () => {
    within(makeFolder({ '.gitignore': '*.py', 'a.py': '', '.venv/b.py': '' }));
    expect(await paths(['a.py', '.venv/b.py'])).toEqual(['a.py', '.venv/b.py']);
    expect(await paths(['a.py', '.venv/b.py'], { forceExclude: true })).toEqual([]);
  });

  it('that is missing, no file, or of another kind is told', async () => {
    const folder = within(files(['a.txt', 'Makefile']));
    mkdirSync(join(folder, 'd'));
    const given = ['no.py', 'a.txt', 'Makefile', 'd/no/x.py', 'a.txt/b.py'].map((path) => ({ path, listed: false }));
    expect((await discover(given, options())).map(({ kind }) => kind)).toEqual([
      'missing',
      'extension',
      'extension',
      'missing',
      'missing',
    ]);
    expect((await discover([{ path: 'a.txt', listed: true }], options()))[0]?.kind).toBe('passed-over');
  });

  it('is taken once', async () => {
    within(files(['a.py']));
    expect(await paths(['a.py', './a.py', '.', join(process.cwd(), 'a.py')])).toEqual(['a.py']);
  });

  it('keeps its place in the order', async () => {
    within(files(['a.py', 'b/z.py', 'b/a.py']));
    expect(await paths(['b', 'a.py'])).toEqual(['b/a.py', 'b/z.py', 'a.py']);
  });
});

describe('include and exclude', () => {
  const tree = ['src/a.py', 'src/a_pb2.py', 'tests/test_a.py', 'docs/n.ipynb'];

  it.each([
    [[], ['tests/'], ['docs/n.ipynb', 'src/a.py', 'src/a_pb2.py']],
    [[], ['*_pb2.py', 'docs'], ['src/a.py', 'tests/test_a.py']],
    [['*.ipynb'], [], ['docs/n.ipynb']],
    [['src/**'], ['*_pb2.py'], ['src/a.py']],
    [['/src'], [], ['src/a.py', 'src/a_pb2.py']],
  ])('include %j, exclude %j', async (include, exclude, expected) => {
    const base = within(files(tree));
    const globs = () => createGlobs([{ base, patterns: include }], [{ base, patterns: exclude }]);
    expect(await paths(['.'], { globs })).toEqual(expected);
  });
});

describe("git's rules", () => {
  const names = [
    'a.py',
    'build/b.py',
    'sub/build/c.py',
    'sub/keep.py',
    'sub/drop.py',
    'sub/deep/drop.py',
    'x y/e.py',
    'sp [1]/f.py',
    '.kept/g.py',
  ];

  it.each([
    ['a name, at any depth', { '.gitignore': 'build/\n' }],
    ['a name tied to the root', { '.gitignore': '/build\n' }],
    ['a rule taken back', { '.gitignore': '*.py\n!keep.py\n' }],
    ['a rule of the root taken back below', { '.gitignore': 'drop.py\n', 'sub/.gitignore': '!drop.py\n' }],
    ['a directory that is ignored cannot be taken back', { '.gitignore': 'sub/\n', 'sub/.gitignore': '!keep.py\n' }],
    ['a rule below holds only there', { 'sub/.gitignore': '/drop.py\nbuild\n' }],
    ['a slash inside ties a rule', { 'sub/.gitignore': 'deep/drop.py\n' }],
    ['a directory taken back', { '.gitignore': '.*\n!.kept/\n!.gitignore\n' }],
    ['all but one directory', { '.gitignore': '/*\n!sub\n' }],
    ['all but one kind of file', { '.gitignore': '*\n!*/\n!*.py\n/sub/build\n' }],
    ['other kinds of files, and parts of an ending', { '.gitignore': '*.log\ncore\n*p.py\n*y\n!e.py\n' }],
    ['an end that is escaped, or in brackets', { '.gitignore': 'drop.p\\y\nkeep.[p]y\nc.py \ne.py\\ \n' }],
    ['stars', { '.gitignore': '**/deep\nsub/*/c.py\n' }],
    ['comments, blanks and CRLF', { '.gitignore': '# all\r\n\r\nbuild/\r\n' }],
    ['names with blanks and brackets', { 'sp [1]/.gitignore': 'f.py\n', 'x y/.gitignore': 'e.py\n' }],
    ['.git/info/exclude', { '.git/info/exclude': 'drop.py\n' }],
    ['.git/info/exclude, overruled', { '.git/info/exclude': 'drop.py\n', '.gitignore': '!drop.py\n' }],
    ['upper and lower case', { '.gitignore': 'A.PY\nBuild/\n' }],
  ])('%s', async (_, rules) => {
    const folder = within(files(names));
    git(folder, 'init', '-q');
    write(folder, rules as Readonly<Record<string, string>>);
    const known = git(folder, '-c', 'core.quotepath=off', 'ls-files', '-co', '--exclude-standard', '*.py');
    expect(await paths(['.'])).toEqual(known.stdout.split('\n').filter(Boolean).sort());
    const below = git(folder, '-c', 'core.quotepath=off', 'ls-files', '-co', '--exclude-standard', 'sub/*.py');
    const taken = below.stdout.split('\n').filter(Boolean).sort();
    // A directory that is named is taken, where git ignores it too.
    if (taken.length > 0) expect(await paths(['sub'])).toEqual(taken);
  });

  it("the user's own file, named in the configuration or in its usual place", async () => {
    const user = makeFolder({
      '.gitconfig': '[user]\n\texcludesfile = no\n[core]\n\tautocrlf = false\n\texcludesFile = ~/mine\n',
      mine: 'drop.py\n',
      '.config/git/ignore': 'keep.py\n',
    });
    const folder = within(files(names));
    git(folder, 'init', '-q');
    expect(await paths(['sub'], { environment: { HOME: user } })).toEqual(['sub/build/c.py', 'sub/keep.py']);
    writeFileSync(join(user, '.gitconfig'), '');
    const found = await paths(['sub'], { environment: { HOME: user } });
    expect(found).toEqual(['sub/build/c.py', 'sub/deep/drop.py', 'sub/drop.py']);
  });

  it("the user's own file, where another configuration includes it", async () => {
    const user = makeFolder({
      '.gitconfig': '[include]\n\tpath = "more" ; mine\n[includeIf "gitdir:/"]\n\tpath = no\n',
      more: '[core] excludesFile = "~/my \\"rules\\""# all\n[include]\npath = ~/.gitconfig\n',
      'my "rules"': 'drop.py\n',
      machine: '[core]\nexcludesfile = theirs # by the machine\n',
      theirs: 'keep.py\n',
    });
    const folder = within(files(names));
    git(folder, 'init', '-q');
    const environment = { HOME: user, GIT_CONFIG_SYSTEM: join(user, 'machine') };
    expect(await paths(['sub'], { environment })).toEqual(['sub/build/c.py', 'sub/keep.py']);
    writeFileSync(join(user, '.gitconfig'), '[core "x"]\nexcludesFile = ~/more\n');
    const found = await paths(['sub'], { environment });
    expect(found).toEqual(['sub/build/c.py', 'sub/deep/drop.py', 'sub/drop.py']);
  });

  it('are their own in a repository inside of another one', async () => {
    const folder = within(files(['a.py', 'drop.py', 'in/a.py', 'in/drop.py', 'in/own.py', 'in/deep/drop.py']));
    for (const each of [folder, join(folder, 'in')]) git(each, 'init', '-q');
    write(folder, { '.gitignore': 'drop.py\n', 'in/.gitignore': 'own.py\n', 'in/.git/info/exclude': 'a.py\n' });
    expect(await paths(['.'])).toEqual(['a.py', 'in/deep/drop.py', 'in/drop.py']);
    const known = git(join(folder, 'in'), 'ls-files', '-co', '--exclude-standard', '*.py').stdout;
    expect(known).toBe('deep/drop.py\ndrop.py\n');
    write(folder, { '.gitignore': 'in/\n' });
    expect(await paths(['.'])).toEqual(['a.py', 'drop.py']);
    expect(await paths(['.'], { respectGitignore: false })).toHaveLength(6);
  });

  it('hold in a linked worktree, with the exclude file of the repository', async () => {
    const folder = files(['a.py']);
    for (const args of [
      ['init', '-q'],
      ['add', '.'],
      ['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'a'],
    ])
      git(folder, ...args);
    const linked = join(makeFolder({}), 'linked');
    git(folder, 'worktree', 'add', '-q', linked);
    write(folder, { '.git/info/exclude': 'b.py\n' });
    write(linked, { 'b.py': '', 'c.py': '' });
    within(linked);
    expect(await paths(['.'])).toEqual(['a.py', 'c.py']);
  });

  it('can be left aside, and hold without a repository', async () => {
    within(makeFolder({ '.gitignore': 'a.py\n', 'a.py': '', 'b.py': '' }));
    expect(await paths(['.'])).toEqual(['b.py']);
    expect(await paths(['.'], { respectGitignore: false })).toEqual(['a.py', 'b.py']);
  });

  it('do not reach a directory that is named although git ignores it', async () => {
    const folder = within(makeFolder({ '.gitignore': 'build/\n*.pyw\n', 'build/a.py': '', 'build/sub/b.py': '' }));
    git(folder, 'init', '-q');
    expect(await paths(['build'])).toEqual(['build/a.py', 'build/sub/b.py']);
  });
});

it('stops between two directories when it is told to', async () => {
  within(files(['a.py', 'b/c.py', 'b/d/e.py']));
  let asked = 0;
  const isOver = async () => {
    asked += 1;
    return asked > 2;
  };
  expect(await paths(['.'], { isOver })).toEqual(['a.py', 'b/c.py']);
});

function options(own: Partial<DiscoverOptions> = {}): DiscoverOptions {
  const globs = () => createGlobs([], []);
  return { globs, respectGitignore: true, forceExclude: false, environment: { HOME: '/nowhere' }, ...own };
}

async function paths(given: readonly string[], own: Partial<DiscoverOptions> = {}): Promise<readonly string[]> {
  const entries = await discover(
    given.map((path) => ({ path, listed: false })),
    options(own),
  );
  return entries.map((entry) => entry.path);
}

function files(names: readonly string[]): string {
  return makeFolder(Object.fromEntries(names.map((name) => [name, ''])));
}

function within(folder: string): string {
  process.chdir(folder);
  return process.cwd();
}

function write(folder: string, content: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(content)) writeFileSync(join(folder, name), text);
}
