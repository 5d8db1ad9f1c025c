import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DiagnosticCode } from '../../src/catalog/index.js';
import { block } from './markdown.js';

/** What no fixture can hold: files that are not what they claim, what goes wrong at the disk, answers, and transforms that are wrong. */
interface Scene {
  /** What is shown of the files in front of the command; the first is described where it is no text. */
  readonly shown: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** `loopshift …`, or a program: `node decline.mjs`. */
  readonly command: string;
}

const PYTHON = 'import asyncio\n\n\nasync def main():\n    print("hello")\n\n\nasyncio.run(main())\n';

const TRANSFORM = (
  body: string,
  imports: string,
) => `${imports}import { defineTransform, replace, rewrite } from 'loopshift';

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

function transform(body: string, { flags = '', imports = '' } = {}): Scene {
  const text = TRANSFORM(body, imports);
  return {
    shown: `\`mine.ts\`, of which\n\n${block('ts', text)}\n\nis run on a file that calls \`asyncio.run\`:`,
    files: { 'mine.ts': text, 'app.py': PYTHON },
    command: `loopshift run ./mine.ts ${flags}app.py`,
  };
}

const DECLINE = `import { convert, loadParser } from 'loopshift';

await loadParser();
const source = { path: 'app.py', text: 'import asyncio\\n\\nasyncio.run(main())\\n' };
const { sites } = convert(source, { to: 'notebook', accept: () => false });
console.log(sites[0].code, sites[0].message);
`;

const TWO_LOOPS = `import asyncio
from contextlib import closing


async def main():
    print("hello")


with closing(asyncio.new_event_loop()) as one, closing(asyncio.new_event_loop()) as two:
    one.run_until_complete(main())
    two.run_until_complete(main())
`;

const REMOVING = `import { defineTransform, rewrite, statementOf } from 'loopshift';

export default defineTransform({
  name: 'mine',
  summary: 'an example',
  *apply(module) {
    for (const call of module.calls('asyncio.run')) {
      yield rewrite(call.node, 'run nothing', [], { removes: [statementOf(call.node)] });
    }
  },
});
`;

const RESULT = 'import asyncio\n\nfrom app import main\n\nresult = asyncio.run(main())\nprint(result)\n';

const SCENES: Partial<Record<DiagnosticCode, Scene>> = {
  LS101: {
    shown: '`cafe.py`, in which `é` is the one byte of Latin-1, and no comment says so:',
    files: { 'cafe.py': Buffer.from('import asyncio\nprint("caf\xe9")\n', 'latin1') },
    command: 'loopshift convert cafe.py',
  },
  LS102: {
    shown: `\`cut.ipynb\`, of which the end is missing:\n\n${block('json', '{"cells": [')}`,
    files: { 'cut.ipynb': '{"cells": [' },
    command: 'loopshift convert cut.ipynb',
  },
  LS103: {
    shown: `\`data.ipynb\`:\n\n${block('json', '{"rows": [1, 2, 3]}')}`,
    files: { 'data.ipynb': '{"rows": [1, 2, 3]}' },
    command: 'loopshift convert data.ipynb',
  },
  LS104: {
    shown: 'An `empty.ipynb` of no bytes:',
    files: { 'empty.ipynb': '' },
    command: 'loopshift convert empty.ipynb',
  },
  LS105: { shown: 'A file that is not there:', files: {}, command: 'loopshift convert none.py' },
  LS106: {
    shown: 'A file of another kind, named on the command line:',
    files: { 'notes.txt': PYTHON },
    command: 'loopshift convert notes.txt',
  },
  LS107: {
    shown: 'A file `notes`, and something that is to be written as if it were a directory:',
    files: { notes: 'buy milk\n', 'app.py': PYTHON },
    command: 'loopshift convert app.py -o notes/app.ipynb',
  },
  LS108: transform(
    "appendFileSync('app.py', '# by somebody else\\n');\n      yield rewrite(call.node, 'one', [replace(call.node, '1')]);",
    { flags: '--write ', imports: "import { appendFileSync } from 'node:fs';\n" },
  ),
  LS109: {
    shown: `\`tools/pyproject.toml\`:\n\n${block('toml', '[tool.loopshift]\ntarget = "notebook"\n')}`,
    files: { 'tools/pyproject.toml': '[tool.loopshift]\ntarget = "notebook"\n', 'tools/app.py': PYTHON },
    command: 'loopshift convert .',
  },
  LS112: {
    shown: `\`lab.py\`:\n\n${block('python', '# %%\nimport asyncio\n# %%\n%%measure\nasyncio.run(main())\n')}`,
    files: { 'lab.py': '# %%\nimport asyncio\n# %%\n%%measure\nasyncio.run(main())\n' },
    command: 'loopshift convert --verbose lab.py',
  },
  LS114: {
    shown: '`deep.py`, a number in four thousand pairs of parentheses:',
    files: { 'deep.py': `${PYTHON}x = ${'('.repeat(4000)}1${')'.repeat(4000)}\n` },
    command: 'loopshift convert --to notebook deep.py',
  },
  LS115: {
    shown: `\`decline.mjs\`:\n\n${block('js', DECLINE)}`,
    files: { 'decline.mjs': DECLINE },
    command: 'node decline.mjs',
  },
  LS303: {
    shown: `\`two.py\`:\n\n${block('python', TWO_LOOPS)}`,
    files: { 'two.py': TWO_LOOPS },
    command: 'loopshift convert two.py',
  },
  LS903: transform("yield replace(call.node, 'main()');"),
  LS904: transform(
    "yield rewrite(call.node, 'say one thing', [replace(call.node, '1')]);\n      yield rewrite(call.node, 'say another', [replace(call.node, '2')]);",
  ),
  LS905: transform("yield rewrite(call.node, 'break it', [replace(call.node, '(')]);"),
  LS909: {
    shown: `\`mine.ts\`, of which\n\n${block('ts', REMOVING)}\n\nis run on \`result.py\`:\n\n${block('python', RESULT)}`,
    files: { 'mine.ts': REMOVING, 'result.py': RESULT },
    command: 'loopshift run ./mine.ts result.py',
  },
};

/**
 * The example of a code that only a whole run can show: what is in the files, and what the command prints.
 *
 * @param built the folder that the package was built in
 */
export function showScene(code: DiagnosticCode, built: string): readonly string[] | undefined {
  const scene = SCENES[code];
  if (scene === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'loopshift-scene-'));
  try {
    for (const [name, content] of Object.entries(scene.files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(built, join(folder, 'node_modules/loopshift'), 'junction');
    const [program, ...args] = scene.command.split(' ');
    const cli = program === 'loopshift' ? [join(built, 'dist/cli.cjs')] : [];
    const { stdout, stderr } = spawnSync(process.execPath, [...cli, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: folder },
    });
    const printed = (stdout + stderr).replaceAll(folder, '/project');
    if (!printed.includes(code)) throw new Error(`the scene of ${code} does not raise it:\n${printed}`);
    return [scene.shown, block('console', `$ ${scene.command}\n${printed}`)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
