/** A line that IPython takes for a magic although its `%` is missing: `pip install x`. */
export interface Automagic {
  readonly name: string;
}

/**
 * `pip install x`, `ls -la`, `cd ..`: found only where the line is no Python.
 *
 * IPython does this only for a cell of a single line; there a line such as `ls -la` or `pwd` that is Python as well is the
 * magic. Elsewhere the names of commands are taken for it all the same, since nothing else can be meant.
 */
export function findAutomagic(line: string, alone: boolean): Automagic | undefined {
  const [, name = '', rest = ''] = /^([A-Za-z_]\w*)(.*)$/s.exec(line) ?? [];
  if (COMMANDS.has(name)) {
    if (isNotPython(rest) || (alone && isCommandLine(rest))) return { name };
  } else if (alone && NAMES.has(name) && isNotPython(rest)) return { name };
  return undefined;
}

/** A name and another operand side by side: `pip install`, `cd ..`, `cat "a"`; not `ls -la`, `x in y`. */
function isNotPython(rest: string): boolean {
  const operand = /^[ \t]+(?:(\w+)|["'$?`~\\]|\.\.|\.\/|\*\.)/.exec(rest);
  return operand !== null && !OPERATORS.has(operand[1] ?? '');
}

/** What a name may be followed by on a line of its own, where the name is a command's: nothing, an option, a path. */
function isCommandLine(rest: string): boolean {
  return /^\s*$|^[ \t]+(?:--?\w|\/|~|\*|\.)/.test(rest);
}

const OPERATORS: ReadonlySet<string> = new Set(['and', 'as', 'else', 'for', 'if', 'in', 'is', 'not', 'or']);

const COMMANDS: ReadonlySet<string> = new Set(
  `cat cd conda cp ldir ll ls mamba micromamba mkdir mv pip popd pushd pwd rm rmdir uv`.split(' '),
);

/** IPython's other line magics. */
const NAMES: ReadonlySet<string> = new Set(
  `alias alias_magic autoawait autocall automagic autoreload bookmark clear colors config debug dhist dirs doctest_mode ed edit
   env gui hist history killbgscripts less lf lk load load_ext loadpy logoff logon logstart logstate logstop lsmagic lx
   macro magic man matplotlib more notebook page pastebin pdb pdef pdoc pfile pinfo pinfo2 pprint precision prun psearch
   psource pycat pylab quickref recall rehashx reload_ext rep rerun reset reset_selective run save sc set_env store sx
   system tb time timeit unalias unload_ext who who_ls whos xdel xmode`.split(/\s+/),
);
