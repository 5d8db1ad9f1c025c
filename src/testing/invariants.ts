import { isDiagnosticCode } from '../catalog/index.js';
import { openDocument } from '../documents/index.js';
import { parseModule } from '../python/module.js';
import type { Result } from '../result.js';
import type { Edit } from '../text.js';

/** Converts a text as the case does, under the same path. */
export type Conversion = (text: string) => Result;

/**
 * What holds for every conversion, whatever it is of. Gives a sentence for each promise that is broken.
 *
 * @param convert the conversion that gave `result`
 */
export function findBroken(result: Result, convert: Conversion): readonly string[] {
  return [
    ...findUnknownCodes(result),
    ...findLostBytes(result),
    ...findNewFaults(result),
    ...findUnsettled(result, convert),
    ...findLineEndTrouble(result, convert),
  ];
}

function findUnknownCodes(result: Result): string[] {
  const codes = [...result.sites.map((site) => site.code), ...result.diagnostics.map((item) => item.code)];
  return codes
    .filter((code) => code?.startsWith('LS') && !isDiagnosticCode(code))
    .map((code) => `${code} is not in the catalogue`);
}

/** The text outside the edits is the input's, to the byte. */
function findLostBytes(result: Result): string[] {
  const { document, source, edits, output } = result;
  if (document === undefined) return output === source.text ? [] : ['a file that could not be opened was changed'];
  const broken: string[] = [];
  if (document.splice([]) !== source.text) broken.push('splice([]) is not the input');
  if (result.settings?.clearErrors === true) return broken;
  if (splice(source.text, document.sourceEdits(edits)) !== output)
    broken.push('the output differs from the input outside the edits');
  const code = openDocument({ path: source.path, text: output }, optionsOf(result)).code;
  if (splice(document.code, edits) !== code)
    broken.push("the output's code is not the input's code with the edits made");
  return broken;
}

function findNewFaults(result: Result): string[] {
  if (result.document === undefined) return [];
  const faultsOf = (text: string) =>
    parseModule(openDocument({ path: result.source.path, text }, optionsOf(result))).faults;
  const before = faultsOf(result.source.text);
  const after = faultsOf(result.output);
  if (after.length <= before.length) return [];
  return [`the output has a syntax error that the input had not: ${after[after.length - 1]?.message}`];
}

/** Converting the output changes nothing. */
function findUnsettled(result: Result, convert: Conversion): string[] {
  const again = convert(result.output);
  return again.output === result.output ? [] : [`converting the output changes it again:\n${again.output}`];
}

/** The CRLF copy of the input gives the CRLF copy of the output. */
function findLineEndTrouble(result: Result, convert: Conversion): string[] {
  const { text } = result.source;
  if (text.includes('\r')) return [];
  const copy = convert(withCrlf(text));
  return copy.output === withCrlf(result.output)
    ? []
    : [`with CRLF line ends the output differs: ${JSON.stringify(copy.output)}`];
}

function withCrlf(text: string): string {
  return text.replaceAll('\n', '\r\n');
}

/** Written anew on purpose: what is checked must not check itself. */
function splice(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end).reverse();
  let out = text;
  for (const edit of ordered) out = out.slice(0, edit.start) + edit.text + out.slice(edit.end);
  return out;
}

function optionsOf(result: Result) {
  return { pythonCellMagics: result.settings?.pythonCellMagics ?? [] };
}
