// Builds dist/: the command line as one CommonJS bundle, the library as ES modules, and the declarations.
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCommandLine } from './build-cli.mjs';
import { writeDeclarations } from './build-declarations.mjs';
import { buildLibrary } from './build-library.mjs';

const dist = join(dirname(fileURLToPath(import.meta.url)), '../dist');

rmSync(dist, { recursive: true, force: true });
await Promise.all([buildCommandLine(dist), buildLibrary(dist)]);
writeDeclarations(join(dist, 'types'));
