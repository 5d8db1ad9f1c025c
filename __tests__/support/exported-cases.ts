import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '..', '..', '__testfixtures__', 'export-script');

/** The notebooks of `__testfixtures__/export-script`; `behaviour` says why one of them is not run. */
export function exportedCases(): readonly { readonly path: string; readonly behaviour: string | undefined }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ipynb'))
    .map((file) => {
      const path = join(folder, file);
      const options = path.replace(/\.ipynb$/, '.options.json');
      if (!existsSync(options)) return { path, behaviour: undefined };
      const { behaviour } = JSON.parse(readFileSync(options, 'utf8')) as { readonly behaviour?: string };
      return { path, behaviour };
    });
}
