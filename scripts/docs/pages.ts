import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportSchema } from '../schema/report.js';
import { pyprojectSchema, settingsSchema } from '../schema/settings.js';
import { diagnosticPages, familyTable } from './diagnostics.js';
import { readFixtures } from './fixtures.js';
import { formTable } from './forms.js';
import { guardTable } from './guards.js';
import { patternsPage } from './patterns.js';
import { transformPages, transformTable } from './transforms.js';

/** Folders of which every page is generated. */
export const GENERATED = ['docs/diagnostics', 'docs/transforms', 'schema'];

/**
 * Every generated page, by path, and the README with its generated parts renewed. The parser must be loaded.
 *
 * @param built the folder that the package was built in
 */
export function generatePages(root: string, built: string): ReadonlyMap<string, string> {
  const fixtures = readFixtures(root);
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const guards = readFileSync(join(root, 'docs/guards.md'), 'utf8');
  return new Map([
    ...diagnosticPages(fixtures, built),
    ...transformPages(fixtures),
    ['docs/patterns.md', patternsPage(root)],
    ['docs/guards.md', renew(guards, { shapes: guardTable(root) })],
    ['schema/settings.json', settingsSchema()],
    ['schema/pyproject.json', pyprojectSchema()],
    ['schema/report.json', reportSchema()],
    [
      'README.md',
      renew(readme, { forms: formTable(), families: familyTable(), transforms: transformTable('docs/transforms/') }),
    ],
  ]);
}

/** `<!-- forms -->` … `<!-- /forms -->`: what stands between is generated. */
function renew(text: string, parts: Readonly<Record<string, string>>): string {
  let out = text;
  for (const [name, part] of Object.entries(parts)) {
    const pattern = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
    if (!pattern.test(out)) throw new Error(`no place for ${name}`);
    out = out.replace(pattern, (_, open: string, close: string) => `${open}\n${part}\n${close}`);
  }
  return out;
}
