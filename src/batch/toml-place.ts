import { parse } from 'smol-toml';

/**
 * Where a TOML text gives a key of a table its value. The text is not taken apart a second time: of all places that are spelled
 * like the key, it is the one whose renaming makes the key go, be it written in a table, as `a.b = 1`, or in `{ b = 1 }`.
 *
 * @param text valid TOML that holds the key
 * @returns 1-based line and column, in code points; `undefined` where the key is spelled with escapes.
 */
export function findKey(text: string, path: readonly string[]): { line: number; column: number } | undefined {
  const key = path.at(-1) ?? '';
  const spelled = new RegExp(`(["']?)${key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\1(?=[ \\t]*[.=\\]])`, 'g');
  for (const { index, 0: found } of text.matchAll(spelled)) {
    const renamed = `${text.slice(0, index)}${OTHER}${text.slice(index + found.length)}`;
    if (isGone(renamed, path)) return placeOf(text, index);
  }
  return undefined;
}

/** No name that anybody would choose. */
const OTHER = 'loopshift-looks-for-a-key';

function isGone(text: string, path: readonly string[]): boolean {
  let at: unknown;
  try {
    at = parse(text);
  } catch {
    return false;
  }
  for (const [index, key] of path.entries()) {
    if (typeof at !== 'object' || at === null) return false;
    if (!Object.hasOwn(at, key)) return index === path.length - 1 && Object.hasOwn(at, OTHER);
    at = Reflect.get(at, key);
  }
  return false;
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}
