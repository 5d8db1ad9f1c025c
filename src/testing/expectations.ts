import type { Document } from '../documents/document.js';
import type { Result } from '../result.js';
import type { Location } from '../text.js';

/** `f = lambda: asyncio.run(g())  # LS201 LS305` */
const COMMENT = /#[ \t]*((?:[A-Z]{2,}\d{3,}(?:[ \t]+|$))+)$/;

/** The diagnostics that the comments in a document ask for, as `line code`, in a notebook `cell:line code`. */
export function expectedDiagnostics(document: Document): readonly string[] {
  return document.cells
    .filter((cell) => cell.kind === 'code')
    .flatMap((cell) => {
      const found: string[] = [];
      let start = cell.start;
      for (const line of document.code.slice(cell.start, cell.end).split(/(?<=\r\n|\n|\r(?!\n))/)) {
        const codes =
          COMMENT.exec(line.trimEnd())?.[1]
            ?.trim()
            .split(/[ \t]+/) ?? [];
        found.push(...codes.map((code) => spell(document.locate(start), code)));
        start += line.length;
      }
      return found;
    });
}

/** The diagnostics that a conversion gave, of sites and of everything else, each once. */
export function actualDiagnostics(result: Result): readonly string[] {
  const ofSites = result.sites.flatMap((site) => (site.code === undefined ? [] : [spell(site.location, site.code)]));
  return [...new Set([...ofSites, ...result.diagnostics.map((item) => spell(item.location, item.code))])];
}

export function inReadingOrder(diagnostics: readonly string[]): readonly string[] {
  return [...new Set(diagnostics)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

function spell(location: Location, code: string): string {
  return `${location.cell === undefined ? '' : `${location.cell}:`}${location.line} ${code}`;
}
