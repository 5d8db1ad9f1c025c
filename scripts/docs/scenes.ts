import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DiagnosticCode } from '../../src/catalog/index.js';
import { block } from './markdown.js';

/** What no fixture can hold: files that are not what they claim, and transforms that are wrong. */
interface Scene {
  /** What is shown of the files in front of the command; the first is described where it is no text. */
  readonly shown: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Arguments of `loopshift`. */
  readonly command: string;
}

const PYTHON = 'import asyncio\n\n\nasync def main():\n    print("hello")\n\n\nasyncio.run(main())\n';

const TRANSFORM = (body: string) => `import { defineTransform, replace, rewrite } from 'loopshift';

export default defineTransform({
  name: 'mine',
  summary: 'an example',
  *apply(module) {
    for (const call of module.calls('asyncio.run')) {
      ${body}
    }
  },
});
`;

function transform(body: string): Scene {
  const text = TRANSFORM(body);
  return {
    shown: `\`mine.ts\`, of which\n\n${block('ts', text)}\n\nis run on a file that calls \`asyncio.run\`:`,
    files: { 'mine.ts': text, 'app.py': PYTHON },
    command: 'run ./mine.ts app.py',
  };
}

const SCENES: Partial<Record<DiagnosticCode, Scene>> = {
  LS101: {
    shown: '`cafe.py`, in which `é` is the one byte of Latin-1, and no comment says so:',
    files: { 'cafe.py': Buffer.from('import asyncio\nprint("caf\xe9")\n', 'latin1') },
    command: 'convert cafe.py',
  },
  LS102: {
    shown: `\`cut.ipynb\`, of which the end is missing:\n\n${block('json', '{"cells": [')}`,
    files: { 'cut.ipynb': '{"cells": [' },
    command: 'convert cut.ipynb',
  },
  LS103: {
    shown: `\`data.ipynb\`:\n\n${block('json', '{"rows": [1, 2, 3]}')}`,
    files: { 'data.ipynb': '{"rows": [1, 2, 3]}' },
    command: 'convert data.ipynb',
  },
  LS104: { shown: 'An `empty.ipynb` of no bytes:', files: { 'empty.ipynb': '' }, command: 'convert empty.ipynb' },
  LS105: { shown: 'A file that is not there:', files: {}, command: 'convert none.py' },
  LS106: {
    shown: 'A file of another kind, named on the command line:',
    files: { 'notes.txt': PYTHON },
    command: 'convert notes.txt',
  },
  LS109: {
    shown: `\`tools/pyproject.toml\`:\n\n${block('toml', '[tool.loopshift]\ntarget = "notebook"\n')}`,
    files: { 'tools/pyproject.toml': '[tool.loopshift]\ntarget = "notebook"\n', 'tools/app.py': PYTHON },
    command: 'convert .',
  },
  LS112: {
    shown: `\`lab.py\`:\n\n${block('python', '# %%\nimport asyncio\n# %%\n%%measure\nasyncio.run(main())\n')}`,
    files: { 'lab.py': '# %%\nimport asyncio\n# %%\n%%measure\nasyncio.run(main())\n' },
    command: 'convert --verbose lab.py',
  },
  LS903: transform("yield replace(call.node, 'main()');"),
  LS904: transform(
    "yield rewrite(call.node, 'say one thing', [replace(call.node, '1')]);\n      yield rewrite(call.node, 'say another', [replace(call.node, '2')]);",
  ),
  LS905: transform("yield rewrite(call.node, 'break it', [replace(call.node, '(')]);"),
};

/**
 * The example of a code that only a whole run can show: what is in the files, and what the command prints.
 *
 * @param cli the built command line
 */
export function showScene(code: DiagnosticCode, cli: string): readonly string[] | undefined {
  const scene = SCENES[code];
  if (scene === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'loopshift-scene-'));
  try {
    for (const [name, content] of Object.entries(scene.files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const { stdout, stderr } = spawnSync(process.execPath, [cli, ...scene.command.split(' ')], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: folder },
    });
    const printed = (stdout + stderr).replaceAll(folder, '/project');
    if (!printed.includes(code)) throw new Error(`the scene of ${code} does not raise it:\n${printed}`);
    return [scene.shown, block('console', `$ loopshift ${scene.command}\n${printed}`)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
