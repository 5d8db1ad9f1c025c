import { relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** `--include` and `--exclude` for one directory that is walked. */
export interface Globs {
  excludes(path: string, isDirectory: boolean): boolean;
  /** The file is included, and neither it nor a directory above it is excluded. */
  takes(path: string): boolean;
}

/** Patterns, and the directory that they are relative to: where the command runs, or where the configuration lies. */
export interface GlobSet {
  readonly base: string;
  readonly patterns: readonly string[];
}

/** Patterns are read as in a `.gitignore`: `tests/`, `*_pb2.py`, `docs/old-*.ipynb`. No include pattern includes everything. */
export function createGlobs(include: readonly GlobSet[], exclude: readonly GlobSet[]): Globs {
  const [included, excluded] = [include, exclude].map((sets) =>
    sets.filter(({ patterns }) => patterns.length > 0).map(matcher),
  ) as [Matcher[], Matcher[]];
  const excludes = (path: string, isDirectory: boolean) => excluded.some((matches) => matches(path, isDirectory));
  return {
    excludes,
    takes: (path) =>
      !excludes(path, false) && (included.length === 0 || included.some((matches) => matches(path, false))),
  };
}

type Matcher = (path: string, isDirectory: boolean) => boolean;

function matcher({ base, patterns }: GlobSet): Matcher {
  const rules: Ignore = ignore().add([...patterns]);
  return (path, isDirectory) => {
    const name = relative(base, resolve(path)).replaceAll(sep, '/');
    if (!ignore.isPathValid(name)) return false;
    return rules.ignores(isDirectory ? `${name}/` : name);
  };
}
