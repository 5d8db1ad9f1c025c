import { catalog, type Severity } from '../catalog/index.js';
import type { Result } from '../result.js';
import { contains, type Edit, type Location } from '../text.js';
import { type FilePlaces, type FileRegion, filePlaces } from './file-place.js';
import { printableJson } from './printable.js';
import { type Remark, remarks } from './remarks.js';
import type { Reporter } from './reporter.js';
import { sourceEdits } from './source-edits.js';

/**
 * SARIF 2.1.0, for code scanning: a result for each remark and for each rewrite, the latter with its edits as a fix.
 * Regions are those of the file on disk; in a notebook, of its JSON.
 */
export const sarif: Reporter = {
  name: 'sarif',
  summary: 'SARIF 2.1.0, with the rewrites as fixes',
  open(style) {
    const results: object[] = [];
    return {
      file({ result }) {
        const places = filePlaces(result);
        for (const remark of remarks(result)) results.push(remarkResult(result, remark, places));
        results.push(...rewriteResults(result, places));
        return {};
      },
      end: (_, exitCode) => ({ out: `${printableJson(log(results, style.version, exitCode))}\n` }),
    };
  },
};

const CONVERTIBLE = 'convertible';

function log(results: readonly object[], version: string, exitCode: number): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'loopshift', semanticVersion: version, rules: rules() } },
        columnKind: 'unicodeCodePoints',
        invocations: [{ executionSuccessful: exitCode !== 2, exitCode }],
        results,
      },
    ],
  };
}

function rules(): readonly object[] {
  const known = Object.entries(catalog).map(([id, { name, severity, hint, why }]) => ({
    id,
    name,
    shortDescription: { text: name.replaceAll('-', ' ') },
    fullDescription: { text: why },
    help: { text: hint },
    defaultConfiguration: { level: level(severity) },
  }));
  const convertible = {
    id: CONVERTIBLE,
    name: CONVERTIBLE,
    shortDescription: { text: 'drives a coroutine in a way that the target does not' },
    defaultConfiguration: { level: 'note' },
  };
  return [...known, convertible];
}

function remarkResult(result: Result, remark: Remark, places: FilePlaces): object {
  const where = places.ofCode(remark.at, remark.location);
  const hint = remark.hint === undefined ? '' : ` (${remark.hint})`;
  return {
    ruleId: remark.code,
    level: level(remark.severity),
    message: { text: `${inCell(remark.location)}${remark.message}${hint}` },
    locations: [location(result, where, remark.location)],
  };
}

function rewriteResults(result: Result, places: FilePlaces): readonly object[] {
  if (result.status !== 'changed') return [];
  const { document } = result;
  if (document === undefined || result.rewrites.length === 0) {
    const edits = sourceEdits(result);
    const [at] = edits;
    if (at === undefined) return [];
    const [where, first] = [places.ofText(at), { path: result.source.path, line: 1, column: 1 }];
    return [rewriteResult(result, where, first, 'convert the file', replacements(edits, places))];
  }
  return result.rewrites.map((rewrite) => {
    const edits = document.sourceEdits(rewrite.edits.filter((edit) => survives(edit, result)));
    const where = places.ofCode(rewrite.at, rewrite.location);
    const { location, summary } = rewrite;
    return rewriteResult(result, where, location, summary, replacements(edits, places));
  });
}

/** An edit that gave way to another rewrite's is no part of the output (`Edit.yields`). */
function survives(edit: Edit, result: Result): boolean {
  return edit.yields === undefined || !result.edits.some((other) => other.text === '' && contains(other, edit));
}

function rewriteResult(
  result: Result,
  where: FileRegion,
  at: Location,
  summary: string,
  changes: readonly object[],
): object {
  return {
    ruleId: CONVERTIBLE,
    level: 'note',
    message: { text: `${inCell(at)}${summary}` },
    locations: [location(result, where, at)],
    fixes: [
      {
        description: { text: summary },
        artifactChanges: [{ artifactLocation: artifact(result), replacements: changes }],
      },
    ],
  };
}

function replacements(edits: readonly Edit[], places: FilePlaces): readonly object[] {
  return edits.map((edit) => ({
    deletedRegion: places.ofText(edit),
    ...(edit.text === '' ? {} : { insertedContent: { text: edit.text } }),
  }));
}

/** The region is that of the file; a person who opens a notebook looks for the cell. */
function location(result: Result, region: FileRegion, { cell, cellId }: Location): object {
  const physicalLocation = { artifactLocation: artifact(result), region };
  if (cell === undefined) return { physicalLocation };
  const name = { name: `cell ${cell}`, ...(cellId !== undefined && { fullyQualifiedName: cellId }) };
  return { physicalLocation, logicalLocations: [name] };
}

function inCell({ cell, line }: Location): string {
  return cell === undefined ? '' : `cell ${cell}, line ${line}: `;
}

function artifact(result: Result): object {
  const uri = result.source.path.split('/').map(encodeURIComponent).join('/');
  return { uri: uri.startsWith('/') ? `file://${uri}` : uri };
}

function level(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'info' ? 'note' : severity;
}
