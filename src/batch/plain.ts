import type { Document, Source } from '../documents/document.js';
import { decode, encode } from '../documents/encoding.js';
import { openDocument } from '../documents/index.js';
import type { FileOutcome } from '../reporters/reporter.js';
import type { Result } from '../result.js';
import type { Edit, Range } from '../text.js';

/**
 * What became of a file, as plain data: what a worker sends and a cache keeps. The text is left out, for whoever unpacks it has
 * the bytes; so is the document, which is opened again by who asks for it.
 */
export interface PlainOutcome {
  readonly result: Omit<Result, 'source' | 'output' | 'document'>;
  /** Absent where nothing changed. */
  readonly output?: string;
  /** Whether the bytes could be decoded, and the text opened. */
  readonly isDecoded: boolean;
  readonly isOpened: boolean;
}

export function pack({ result, encode: canEncode }: FileOutcome): PlainOutcome {
  const { source, output, document, settings, ...rest } = result;
  return {
    result: {
      ...rest,
      // A place may be a node of the tree, which has all of the tree behind it.
      sites: rest.sites.map((site) => ({ ...site, at: range(site.at) })),
      diagnostics: rest.diagnostics.map((each) => ({ ...each, at: range(each.at) })),
      rewrites: rest.rewrites.map(({ kind, at, summary, safety, edits, location }) => ({
        ...{ kind, summary, safety, location },
        at: range(at),
        edits: edits.map(edit),
      })),
      edits: rest.edits.map(edit),
      // `accept` is a function: what it was asked is over.
      ...(settings !== undefined && { settings: { ...settings, accept: undefined } }),
    },
    ...(output !== source.text && { output }),
    isDecoded: canEncode !== undefined,
    isOpened: document !== undefined,
  };
}

/** The outcome that was packed, for the same path and bytes. */
export function unpack(plain: PlainOutcome, path: string, bytes: Uint8Array): FileOutcome {
  const { result, output, isDecoded, isOpened } = plain;
  if (!isDecoded) return { result: { ...result, source: { path, text: '' }, output: output ?? '' } };
  const { text, encoding } = decode(bytes);
  const source = { path, text };
  const whole = { ...result, source, output: output ?? text };
  return { result: isOpened ? withDocument(whole, source) : whole, encode: (each) => encode(each, encoding) };
}

function withDocument(result: Result, source: Source): Result {
  let document: Document | undefined;
  const pythonCellMagics = result.settings?.pythonCellMagics ?? [];
  return Object.defineProperty(result, 'document', {
    enumerable: true,
    get: () => (document ??= openDocument(source, { pythonCellMagics })),
  });
}

function range({ start, end }: Range): Range {
  return { start, end };
}

/** With its flags, and nothing else that it was made of. */
function edit({ start, end, text, once, yields, from }: Edit): Edit {
  return {
    ...{ start, end, text },
    ...(once !== undefined && { once }),
    ...(yields !== undefined && { yields }),
    ...(from !== undefined && { from: range(from) }),
  };
}
