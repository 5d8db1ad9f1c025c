import type { Magic } from '../documents/document.js';
import { indent } from '../edits.js';
import { insertImport, planImport } from '../python/imports.js';
import type { Module } from '../python/module.js';
import { contains, type Edit, lineBreak, lineEnd } from '../text.js';
import type { Draft, RunSite } from './form.js';

const SWITCHES: Readonly<Record<string, string>> = {
  '--no-stdout': 'stdout=False',
  '--no-stderr': 'stderr=False',
  '--no-display': 'display=False',
};

const QUALIFIED = 'IPython.utils.capture.capture_output';

/** `--no-stderr out` → `stderr=False`; `undefined` where an option is not known. The name is the magic's `target`. */
export function findCaptureOptions(magic: Magic): string | undefined {
  const words = magic.argument.split(/\s+/).filter((word) => word !== '' && word !== magic.target);
  if (words.some((word) => !Object.hasOwn(SWITCHES, word))) return undefined;
  return [...new Set(words.map((word) => SWITCHES[word]))].join(', ');
}

/**
 * `%%capture` as the context manager that it uses itself (semantics.md §1.67). Strings that span lines keep their bytes.
 *
 *     %%capture --no-stderr out   →  with capture_output(stderr=False) as out:
 *     y = asyncio.run(f())               y = await f()
 */
export function writeCapture(magic: Magic, site: RunSite, module: Module): Draft {
  const { code } = module.document;
  const body = magic.body ?? magic;
  const imported = importCapture(site, module);
  const target = magic.target === undefined ? '' : ` as ${magic.target}`;
  const head = `with ${imported.name}(${findCaptureOptions(magic) ?? ''})${target}:`;
  const end = lineEnd(code, magic.start);
  const line: Edit = {
    start: magic.start,
    end: end - (code.slice(magic.start, end).match(/\r?\n$/)?.[0].length ?? 0),
    text: imported.line + head,
    once: true,
  };
  const indented = indent(module, body, '    ').map((edit): Edit => ({ ...edit, once: true }));
  return { edits: [...imported.edits, line, ...indented] };
}

/** Where imports stand; in front of the block itself, where they stand under a magic of their own: that may become a block too. */
function importCapture(site: RunSite, module: Module) {
  // IPython itself brings the module along
  const plan = planImport(module, QUALIFIED.replace('.', ':'), site.node);
  if (plan.edits.length === 0) return { ...plan, line: '' };
  const taken = module.scopes.lookup('capture_output', site.node) !== undefined;
  const name = taken ? QUALIFIED : 'capture_output';
  const text = taken ? 'import IPython.utils.capture' : 'from IPython.utils.capture import capture_output';
  const edits = insertImport(module, text, site.node);
  const isUnderMagic = module.document.magics.some(
    (other) => other.kind === 'cell' && edits.some((edit) => contains(other, edit)),
  );
  if (!isUnderMagic) return { name, edits, line: '' };
  return { name, edits: [], line: text + lineBreak(module.document.code) };
}
