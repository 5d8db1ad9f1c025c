import { realpathSync } from 'node:fs';
import { hasPythonExtension } from '../batch/entries.js';
import { hasSystemCode, systemMessage } from '../batch/system-error.js';
import { UsageError } from './usage-error.js';

/**
 * A report never takes the place of a source, and a link is written through.
 *
 * @throws {UsageError} where the file is Python or a notebook, or where its link leads to one.
 */
export function refuseToOverwrite(option: string, path: string): void {
  let target = path;
  try {
    target = realpathSync(path);
  } catch (error) {
    // A new file.
    if (!hasSystemCode(error, 'ENOENT'))
      throw new UsageError(`${option}: cannot write ${path}: ${systemMessage(error)}`);
  }
  if (hasPythonExtension(path)) throw new UsageError(`${option} would overwrite ${path}`);
  if (hasPythonExtension(target)) throw new UsageError(`${option}: ${path} leads to ${target}, and would overwrite it`);
}
