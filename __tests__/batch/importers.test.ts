import { join } from 'node:path';
import { processBytes } from '../../src/batch/convert-bytes.js';
import { createImporters } from '../../src/batch/importers.js';
import { openLedger } from '../../src/batch/ledger.js';
import type { BatchOptions } from '../../src/batch/run.js';
import { createSurvey } from '../../src/batch/survey.js';
import { convert } from '../../src/convert.js';
import { files as filesOf, outcomes } from '../support/batch.js';
import { makeFolder, removeFolders } from '../support/command-line.js';

afterAll(removeFolders);

const HELPERS =
  'import asyncio\n\n\ndef fetch(n):\n    return asyncio.run(get(n))\n\n\nasync def main():\n    fetch(1)\n';

/** Who imports a file of a folder: paths in that folder, with the names. */
async function importersOf(path: string, files: Readonly<Record<string, string>>) {
  const folder = makeFolder(files);
  const entries = filesOf(folder, ...Object.keys(files));
  return (await createImporters(entries, createSurvey(entries, undefined, openLedger()))(join(folder, path))).map(
    ({ path: found, names }) => [found.slice(folder.length + 1).replaceAll('\\', '/'), names],
  );
}

it('finds modules and names next to the file, in directories above it, and in packages', async () => {
  const files = {
    'helpers.py': '',
    'whole.py': 'import os, helpers\n',
    'names.py': 'from helpers import fetch, get  # both\n',
    'star.py': 'from helpers import *\n',
    'deep/er/below.py': 'x = 1; import helpers\n',
    'lines.py': 'from helpers import (\n    fetch,\n)\n',
    'other.py': 'import helpers_of_others, json\nfrom tools.helpers import x\n',
  };
  expect(await importersOf('helpers.py', files)).toEqual([
    ['whole.py', undefined],
    ['names.py', ['fetch', 'get']],
    ['star.py', undefined],
    ['deep/er/below.py', undefined],
    ['lines.py', ['fetch']],
  ]);
});

it('follows dots, packages and `src`', async () => {
  const files = {
    'src/pkg/__init__.py': 'from .client import Client\n',
    'src/pkg/client.py': '',
    'src/pkg/sub/deep.py': 'from ..client import Client\nfrom .. import client\n',
    'tests/test_it.py': 'from pkg.client import Client as C\nimport pkg\n',
  };
  expect(await importersOf('src/pkg/client.py', files)).toEqual([
    ['src/pkg/__init__.py', ['Client']],
    ['src/pkg/sub/deep.py', ['Client']],
    ['src/pkg/sub/deep.py', undefined],
    ['tests/test_it.py', ['Client', 'as', 'C']],
  ]);
  expect(await importersOf('src/pkg/__init__.py', files)).toContainEqual(['tests/test_it.py', undefined]);
});

it('reads the cells of notebooks, and takes the nearest of two files of one name', async () => {
  const notebook = JSON.stringify({ cells: [{ cell_type: 'code', source: ['from main import go\n', 'go()'] }] });
  const files = { 'main.py': '', 'a/main.py': '', 'a/use.ipynb': notebook, 'use.py': 'import main' };
  expect(await importersOf('a/main.py', files)).toEqual([['a/use.ipynb', ['go']]]);
  expect(await importersOf('main.py', files)).toEqual([['use.py', undefined]]);
});

it('finds who runs the file: by a magic, in a shell, by runpy; an option or a quote in front, the ending left out', async () => {
  const cells = (...sources: readonly string[]) =>
    JSON.stringify({ cells: sources.map((source) => ({ cell_type: 'code', source })) });
  const files = {
    'helpers.py': '',
    'nb.ipynb': cells('import os\n%run -i helpers.py'),
    'plain.ipynb': cells('%run helpers'),
    'deep/up.ipynb': cells('%run "../helpers.py" --fast'),
    'shell.ipynb': cells('!python3 helpers.py', 'x = 1\n!{sys.executable} helpers.py'),
    'cells.py': '# %%\n%run helpers.py\n',
    'run.py': 'import runpy\nrunpy.run_path("helpers.py")\n',
    'imports.ipynb': cells('x = 1\nfrom helpers import fetch\nfetch()'),
    'others.ipynb': cells('%run other/helpers.py', '%run my_helpers.py', '!echo helpers.py'),
    'other/nb.ipynb': cells('%run helpers.py'),
  };
  expect(await importersOf('helpers.py', files)).toEqual([
    ['nb.ipynb', undefined],
    ['plain.ipynb', undefined],
    ['deep/up.ipynb', undefined],
    ['shell.ipynb', undefined],
    ['shell.ipynb', undefined],
    ['cells.py', undefined],
    ['run.py', undefined],
    ['imports.ipynb', ['fetch']],
  ]);
});

/** What becomes of the sites of files of a folder, converted for notebooks in one run. */
async function fates(folder: string, ...names: readonly string[]) {
  const options: BatchOptions = {
    convert: (path, bytes, settings) => processBytes(path, bytes, settings, convert, () => {}),
    optionsFor: () => ({ to: 'notebook' }),
    write: false,
  };
  const entries = filesOf(folder, ...names).map((file) => ({ ...file, explicit: true }));
  const found = await outcomes(entries, options);
  return found.flatMap(({ result }) => result.sites).map(({ to, code }) => [to, code]);
}

it('keeps what another file of the run calls as it calls it', async () => {
  const folder = makeFolder({ 'helpers.py': HELPERS, 'app.py': 'from helpers import fetch\nfetch(2)\n' });
  expect(await fates(folder, 'helpers.py', 'app.py')).toEqual([['bridge', 'LS429']]);
  expect(await fates(folder, 'helpers.py')).toEqual([['await', 'LS431']]);
});

it('awaits nothing at the top of a file that a notebook of the run takes in by `%run`', async () => {
  const cell = { cell_type: 'code', metadata: {}, outputs: [], execution_count: null, source: '%run setup.py' };
  const folder = makeFolder({
    'setup.py': 'import asyncio\nprint(asyncio.run(asyncio.sleep(0, 1)))\n',
    'main.ipynb': JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 4 }),
  });
  expect(await fates(folder, 'setup.py', 'main.ipynb')).toEqual([['bridge', 'LS430']]);
  expect(await fates(folder, 'setup.py')).toEqual([['await', undefined]]);
});
