import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * The native part of a package, as `node-gyp-build` finds it, which looks through several folders first: most often it lies where the
 * package brings it along for this platform.
 *
 * @throws where there is none that loads.
 */
export function loadBinding(name: string, require: NodeJS.Require): unknown {
  const manifest = require.resolve(`${name}/package.json`);
  const folder = dirname(manifest);
  try {
    return require(join(folder, 'prebuilds', `${platform()}-${arch()}`, `${name}.node`));
  } catch {
    const find = createRequire(manifest)('node-gyp-build') as (folder: string) => unknown;
    return find(folder);
  }
}
