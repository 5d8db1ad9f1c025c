import { readFileSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { applyPatch, parsePatch, reversePatch, type StructuredPatch } from 'diff';
import { leadsOutside } from './links.js';
import { blobName } from './patch.js';
import { systemMessage } from './system-error.js';
import { replaceFile } from './write.js';

/** A file of a patch: as it is, and as it was. */
export interface Undoing {
  /** As the patch names it. */
  readonly name: string;
  readonly path: string;
  readonly now: Buffer;
  readonly before: Buffer;
}

/** A patch, or a file of it, that cannot be taken back. */
export class UndoError extends Error {
  override readonly name = 'UndoError';

  /** @param lost names of files that were written, and could not be put back; as a rule none */
  constructor(
    message: string,
    readonly lost: readonly string[] = [],
  ) {
    super(message);
  }
}

/**
 * What taking back a patch of `convert --write --patch` would write.
 *
 * @param base what its names are relative to
 * @throws {UndoError} where the patch is none of loopshift's, or a file is not, byte for byte, what the patch left.
 */
export function planUndo(patch: Buffer, base: string): readonly Undoing[] {
  // Lines are compared as bytes, whatever their encoding; names are UTF-8.
  const root = realpathSync(base);
  const byBytes = readPatch(patch.toString('latin1'));
  const named = readPatch(patch.toString('utf8'));
  const blobs = [...patch.toString('latin1').matchAll(/^index ([0-9a-f]{40})\.\.([0-9a-f]{40})$/gm)];
  if (byBytes.length === 0 || blobs.length !== byBytes.length) throw new UndoError('it is no patch of loopshift');
  return byBytes.map((part, index) => {
    const name = (named[index]?.newFileName ?? '').replace(/^b\//, '');
    const [, before = '', after = ''] = blobs[index] ?? [];
    const path = resolve(base, name);
    // A patch is other people's text: no `../`, and no link, leads it to what lies elsewhere.
    if (leadsOutside(root, realPath(path, name))) throw new UndoError(`${name} lies outside of ${base}`);
    return takeBack(part, name, path, before, after);
  });
}

/**
 * Writes every file as it was. Where one cannot be written, those before it are put back: a patch is taken back whole or not at all.
 *
 * @throws {UndoError} which names the file
 */
export function undoAll(all: readonly Undoing[], replace: typeof replaceFile = replaceFile): void {
  for (const [index, { name, path, now, before }] of all.entries()) {
    const done = replace(path, now, before);
    if (done.ok) continue;
    const lost = all.slice(0, index).filter((other) => !replace(other.path, other.before, other.now).ok);
    throw new UndoError(
      `${name}: ${done.reason || 'it has changed meanwhile'}`,
      lost.map((each) => each.name),
    );
  }
}

function realPath(path: string, name: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw new UndoError(`${name}: ${systemMessage(error)}`);
  }
}

function readPatch(text: string): readonly StructuredPatch[] {
  try {
    return parsePatch(text).filter(({ hunks }) => hunks.length > 0);
  } catch {
    throw new UndoError('it is no patch that can be read');
  }
}

function takeBack(part: StructuredPatch, name: string, path: string, before: string, after: string): Undoing {
  let now: Buffer;
  try {
    now = readFileSync(path);
  } catch (error) {
    throw new UndoError(`${name}: ${systemMessage(error)}`);
  }
  if (blobName(now) === before) throw new UndoError(`${name} is as it was already`);
  if (blobName(now) !== after) throw new UndoError(`${name} has changed since`);
  const text = applyPatch(now.toString('latin1'), reversePatch(part), { autoConvertLineEndings: false });
  const then = Buffer.from(text === false ? '' : text, 'latin1');
  if (blobName(then) !== before) throw new UndoError(`${name}: the patch does not fit it`);
  return { name, path, now, before: then };
}
