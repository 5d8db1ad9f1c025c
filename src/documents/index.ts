import type { Document, DocumentFormat, OpenOptions, Source } from './document.js';
import { notebook } from './notebook.js';
import { percent } from './percent.js';
import { python } from './python.js';

/** Every document format, most specific first: the first that matches opens the file. */
export const formats: readonly DocumentFormat[] = [notebook, percent, python];

/**
 * The Python in a file, whatever the file is.
 *
 * @throws {DocumentError} where the text is not what the path claims.
 */
export function openDocument(source: Source, options: Partial<OpenOptions> = {}): Document {
  const format = formats.find((candidate) => candidate.matches(source)) ?? python;
  return format.open(source, { pythonCellMagics: options.pythonCellMagics ?? [] });
}
