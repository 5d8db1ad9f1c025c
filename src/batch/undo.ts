import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { applyPatch, parsePatch, reversePatch, type StructuredPatch } from 'diff';
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

/** A patch, or a file of it, that cannot be taken back; nothing is written then. */
export class UndoError extends Error {
  override readonly name = 'UndoError';
}

/**
 * What taking back a patch of `convert --write --patch` would write.
 *
 * @param base what its names are relative to
 * @throws {UndoError} where the patch is none of loopshift's, or a file is not, byte for byte, what the patch left.
 */
export function planUndo(patch: Buffer, base: string): readonly Undoing[] {
  // Lines are compared as bytes, whatever their encoding; names are UTF-8.
  const byBytes = readPatch(patch.toString('latin1'));
  const named = readPatch(patch.toString('utf8'));
  const blobs = [...patch.toString('latin1').matchAll(/^index ([0-9a-f]{40})\.\.([0-9a-f]{40})$/gm)];
  if (byBytes.length === 0 || blobs.length !== byBytes.length) throw new UndoError('it is no patch of loopshift');
  return byBytes.map((part, index) => {
    const name = (named[index]?.newFileName ?? '').replace(/^b\//, '');
    const [, before = '', after = ''] = blobs[index] ?? [];
    return takeBack(part, name, resolve(base, name), before, after);
  });
}

/** @returns why the file could not be written, if it could not. */
export function undo({ path, now, before }: Undoing): string | undefined {
  const done = replaceFile(path, now, before);
  return done.ok ? undefined : done.reason || 'it has changed meanwhile';
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
