/** A CPython feature version, 3.6 to 3.15. */
export type PythonVersion = `3.${number}`;

export const OLDEST: PythonVersion = '3.6';
export const NEWEST: PythonVersion = '3.15';
/** The oldest CPython still supported: what `auto` means where nothing in the project says more. */
export const DEFAULT: PythonVersion = '3.11';

export function minor(version: PythonVersion): number {
  return Number(version.slice(2));
}

/** `atLeast('3.11', '3.9')`: whether a Python has what came with another one. */
export function atLeast(version: PythonVersion, floor: PythonVersion): boolean {
  return minor(version) >= minor(floor);
}

/** `3.9`, `3.9.18`, `python3.9` → `3.9`; `undefined` outside 3.6 to 3.15. */
export function parseVersion(text: string): PythonVersion | undefined {
  const found = /^(?:python)?3\.(\d+)(?:\.|$|[a-z])/.exec(text.trim())?.[1];
  if (found === undefined) return undefined;
  const number = Number(found);
  return number >= minor(OLDEST) && number <= minor(NEWEST) ? `3.${number}` : undefined;
}

/** The lower bound of `requires-python` (`>=3.8,<4` → `3.8`; `~=3.9` and `==3.9.*` → `3.9`); `undefined` where there is none. */
export function lowerBound(specifier: string): PythonVersion | undefined {
  let bound: PythonVersion | undefined;
  for (const part of specifier.split(',')) {
    const found = /^\s*(?:>=|>|~=|==|\^|~)\s*(3(?:\.\d+)?)/.exec(part)?.[1];
    if (found === undefined) continue;
    const version = clamp(Number(found.split('.')[1] ?? 0));
    if (bound === undefined || minor(version) > minor(bound)) bound = version;
  }
  return bound;
}

function clamp(number: number): PythonVersion {
  return `3.${Math.min(Math.max(number, minor(OLDEST)), minor(NEWEST))}`;
}
