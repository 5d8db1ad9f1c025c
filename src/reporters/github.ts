import type { Severity } from '../catalog/index.js';
import type { Result } from '../result.js';
import type { Location } from '../text.js';
import { type FilePlaces, type FileRegion, filePlaces } from './file-place.js';
import { printable, printableLines } from './printable.js';
import { remarks } from './remarks.js';
import type { Reporter } from './reporter.js';

/**
 * Workflow commands, which GitHub Actions shows as annotations of the changed lines:
 *
 *     ::warning file=src/app.py,line=3,col=5,endLine=3,title=LS201 await-in-lambda::`await` is illegal in a lambda
 */
export const github: Reporter = {
  name: 'github',
  summary: 'annotations for GitHub Actions',
  open: () => ({
    file({ result }) {
      const places = filePlaces(result);
      return { out: [...remarkLines(result, places), ...convertibleLines(result, places)].join('') };
    },
    end: () => ({}),
  }),
};

function remarkLines(result: Result, places: FilePlaces): readonly string[] {
  return remarks(result).map(({ code, severity, message, hint, at, location }) => {
    const text = hint === undefined ? message : `${message}\nhint: ${hint}`;
    return command(result, level(severity), code, text, location, places.ofCode(at, location));
  });
}

function convertibleLines(result: Result, places: FilePlaces): readonly string[] {
  return result.sites.flatMap(({ status, form, to, at, location, known }) => {
    if (status !== 'converted' || known === true) return [];
    const text = `\`${form}\` would become \`${to ?? form}\``;
    return [command(result, 'notice', 'loopshift', text, location, places.ofCode(at, location))];
  });
}

function command(
  result: Result,
  kind: string,
  title: string,
  text: string,
  location: Location,
  { startLine, startColumn, endLine }: FileRegion,
): string {
  const cell = location.cell === undefined ? '' : `cell ${location.cell}, line ${location.line}: `;
  const properties = { file: result.source.path, line: startLine, col: startColumn, endLine, title };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${kind} ${listed.join(',')}::${escapeText(`${cell}${text}`)}\n`;
}

function level(severity: Severity): 'error' | 'warning' | 'notice' {
  return severity === 'info' ? 'notice' : severity;
}

/** A line end or a `%` in the text would end the command or start an escape of its own. */
function escapeText(text: string): string {
  return printableLines(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeText(printable(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
