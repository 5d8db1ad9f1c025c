/** One option of a command: how it is read, and what `--help` says of it. */
export interface Option {
  readonly name: string;
  readonly alias?: string;
  /** `flag`: true or false. `list`: may be given several times, or with commas. */
  readonly kind: 'flag' | 'text' | 'list';
  /** What stands for its value in `--help`. */
  readonly value?: string;
  /** Shown as `--no-name`: it is on by default. */
  readonly negated?: true;
  readonly help: string;
}

export interface OptionGroup {
  readonly title: string;
  readonly options: readonly Option[];
}

export const help: OptionGroup = {
  title: 'Options',
  options: [{ name: 'help', alias: 'h', kind: 'flag', help: 'this text' }],
};

export const json: Option = { name: 'json', kind: 'flag', help: 'the same as --output-format json' };

export const conversion: OptionGroup = {
  title: 'Conversion',
  options: [
    {
      name: 'to',
      kind: 'text',
      value: 'TARGET',
      help: 'notebook, repl, script, portable, or auto (default): notebooks and percent-format files as notebook, other files as script',
    },
    {
      name: 'python',
      kind: 'text',
      value: 'VERSION',
      help: '3.6 to 3.15, or auto (default): requires-python of pyproject.toml, else what the notebook says, else 3.11',
    },
    {
      name: 'from',
      kind: 'list',
      value: 'FORM',
      help: 'only sites of these forms (see `loopshift list forms`)',
    },
    {
      name: 'guard',
      kind: 'text',
      value: 'STYLE',
      help: 'for --to portable: task, thread, or auto (default)',
    },
    { name: 'bridge', kind: 'flag', negated: true, help: 'never add the bridge helper; report the site instead' },
    { name: 'unsafe', kind: 'flag', help: 'convert what is likely right but cannot be proved from the file, too' },
    {
      name: 'clear-errors',
      kind: 'flag',
      help: 'drop stale "asyncio.run() cannot be called" outputs of converted cells',
    },
    {
      name: 'python-cell-magic',
      kind: 'list',
      value: 'NAME',
      help: "a cell magic whose body is Python in the notebook's namespace",
    },
    {
      name: 'run-wrapper',
      kind: 'list',
      value: 'NAME',
      help: 'a function of yours that drives a coroutine as asyncio.run does, as package.module.name',
    },
    {
      name: 'twin',
      kind: 'list',
      value: 'NAME:TWIN',
      help: 'a synchronous wrapper and its async twin, as package.Class.method:twin; used with --unsafe',
    },
  ],
};

export const output: OptionGroup = {
  title: 'Output',
  options: [
    { name: 'write', alias: 'w', kind: 'flag', help: 'write the changes; without it nothing is written' },
    {
      name: 'interactive',
      alias: 'i',
      kind: 'flag',
      help: 'ask about each group of sites that hang together, and write what is accepted',
    },
    {
      name: 'check',
      kind: 'flag',
      help: 'exit with 1 if something would change or cannot be converted; writes nothing',
    },
    { name: 'diff', kind: 'flag', help: 'show the diff with --check, --write and - too' },
    {
      name: 'diff-style',
      kind: 'text',
      value: 'STYLE',
      help: 'raw: what `git apply` takes (default in a pipe); cell: notebooks by cell (default on a terminal)',
    },
    {
      name: 'output',
      alias: 'o',
      kind: 'text',
      value: 'OUT',
      help: 'write one file to OUT: a notebook to a script OUT.py (which runs if no site stays blocked), a .py to OUT.ipynb; - is stdout',
    },
    { name: 'out-dir', kind: 'text', value: 'DIR', help: 'as -o for every notebook, into DIR' },
    {
      name: 'patch',
      kind: 'text',
      value: 'FILE',
      help: 'put all changes into one patch for `git apply`; with --write, `loopshift undo` takes it back',
    },
    {
      name: 'allow-dirty',
      kind: 'flag',
      help: 'with --write, no warning about files with changes that are not committed',
    },
    {
      name: 'verify',
      kind: 'flag',
      help: 'have a CPython found on PATH compile every output before it is shown or written; it runs none of it',
    },
    { name: 'verify-with', kind: 'text', value: 'PATH', help: 'the same with this CPython' },
  ],
};

/** What makes a run fail. */
export const gate: OptionGroup = {
  title: 'Gate',
  options: [
    { name: 'error-on-unconverted', kind: 'flag', help: 'exit with 1 if a site could not be converted' },
    {
      name: 'baseline',
      kind: 'text',
      value: 'FILE',
      help: 'pass over what FILE has recorded: --check and --error-on-unconverted fail on new sites only',
    },
    {
      name: 'update-baseline',
      kind: 'flag',
      help: 'record what cannot be converted, and with --check what would change, in the FILE of --baseline',
    },
  ],
};

export const reporting: OptionGroup = {
  title: 'Reports',
  options: [
    { name: 'output-format', kind: 'text', value: 'FORMAT', help: 'text (default), json, ndjson, sarif or github' },
    json,
    {
      name: 'report',
      kind: 'text',
      value: 'FILE.html',
      help: 'write one page of it too, to look at and to send on: diffs side by side, reasons, filters; needs no network',
    },
    {
      name: 'color',
      kind: 'text',
      value: 'WHEN',
      help: 'auto (default), always or never; NO_COLOR and FORCE_COLOR count too',
    },
    { name: 'quiet', alias: 'q', kind: 'flag', help: 'no summary' },
    {
      name: 'verbose',
      alias: 'v',
      kind: 'flag',
      help: 'what was chosen for each file, and notes that ask for nothing',
    },
    ...help.options,
  ],
};

export const selection: OptionGroup = {
  title: 'Files',
  options: [
    { name: 'include', kind: 'list', value: 'GLOB', help: 'of directories, only files that match' },
    { name: 'exclude', kind: 'list', value: 'GLOB', help: 'of directories, no file or directory that matches' },
    { name: 'respect-gitignore', kind: 'flag', negated: true, help: 'take files that git ignores, too' },
    { name: 'force-exclude', kind: 'flag', help: "let excludes and git's rules hold for files that are named, too" },
    {
      name: 'files-from',
      kind: 'text',
      value: 'FILE',
      help: 'read paths from FILE, or - for stdin: one a line, or NUL-separated',
    },
    {
      name: 'since',
      kind: 'text',
      value: 'REF',
      help: 'only files that differ from a commit, branch or tag of git, and new ones',
    },
    { name: 'stdin-filename', kind: 'text', value: 'NAME', help: 'what to take stdin for, when the path is -' },
    { name: 'config', kind: 'text', value: 'FILE', help: 'read [tool.loopshift] from FILE' },
    { name: 'isolated', kind: 'flag', help: 'read no configuration at all' },
    { name: 'show-settings', kind: 'flag', help: 'print the settings that hold, and stop' },
  ],
};

export const speed: OptionGroup = {
  title: 'Speed',
  options: [
    {
      name: 'jobs',
      alias: 'j',
      kind: 'text',
      value: 'N',
      help: 'convert in N threads; auto (default): as many as there are processors, once there is enough to do',
    },
    {
      name: 'cache',
      kind: 'flag',
      help: 'take from .loopshift_cache what was converted before, and has not changed since',
    },
    { name: 'cache-dir', kind: 'text', value: 'DIR', help: 'as --cache, in DIR' },
  ],
};
