import type { Source } from './documents/document.js';
import { exportNotebook } from './export-notebook.js';
import { exportScript } from './export-script.js';
import type { ConvertOptions } from './options.js';
import type { Result } from './result.js';

/**
 * A document as one of the other kind, converted for where that kind runs: a notebook as a script, a script as a notebook.
 *
 * @returns The result speaks of places in the document given; no output where it could not be read.
 */
export function exportDocument(
  source: Source,
  options: ConvertOptions = {},
): { readonly result: Result; readonly output: string | undefined } {
  return /\.ipynb$/i.test(source.path) ? exportScript(source, options) : exportNotebook(source, options);
}
