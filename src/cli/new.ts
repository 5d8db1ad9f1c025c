import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from './command.js';
import { help } from './option.js';
import { operands } from './parse.js';
import { createTerminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** `loopshift new transform NAME`: a transform that works, with a case and a test that passes, to start from. */
export const new_: Command = {
  name: 'new',
  positionals: 'transform <name>',
  summary: 'Write a transform to start from, with a case and a test that passes',
  groups: [help],
  examples: [
    ['loopshift new transform use-pathlib', 'then: node --test, and loopshift run ./transforms/use-pathlib.ts'],
  ],
  async run(argv) {
    const [kind, name, ...rest] = operands(argv);
    if (kind !== 'transform' || name === undefined || rest.length > 0) {
      throw new UsageError('new makes a transform: loopshift new transform NAME');
    }
    if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
      throw new UsageError(`\`${name}\` is no name: small letters and digits, with hyphens between words`);
    }
    const files = filesOf(name);
    const taken = files.find(([path]) => existsSync(path));
    if (taken !== undefined) throw new UsageError(`${taken[0]} is there already; nothing was written`);
    for (const [path, text] of files) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    const written = files.map(([path]) => `wrote ${path}\n`).join('');
    const next = `\nNext:\n  node --test\n  npx loopshift run ./${join('transforms', `${name}.ts`)} .\n`;
    await createTerminal().print({ out: written + next });
    return 0;
  },
};

function filesOf(name: string): readonly (readonly [path: string, text: string])[] {
  return [
    [join('transforms', `${name}.ts`), TRANSFORM.replaceAll('NAME', name)],
    [join('__testfixtures__', name, 'plain.input.py'), INPUT],
    [join('__testfixtures__', name, 'plain.output.py'), OUTPUT],
    [join('__testfixtures__', name, 'another-function.input.py'), NO_OP],
    [join('__tests__', `${name}.test.mjs`), TEST.replaceAll('NAME', name)],
  ];
}

const TRANSFORM = `import { defineTransform, replace, rewrite } from 'loopshift';

/**
 *     os.getcwd()   →   str(pathlib.Path.cwd())
 */
export default defineTransform({
  name: 'NAME',
  summary: '\`os.getcwd()\` to \`pathlib\`',
  *apply(module) {
    // By meaning: \`from os import getcwd as here; here()\` is found, a \`getcwd\` of your own is not.
    for (const call of module.calls('os.getcwd')) {
      const path = module.importing('pathlib.Path', call.node);
      const edits = [...path.edits, replace(call.node, \`str(\${path.name}.cwd())\`)];
      yield rewrite(call.node, 'use pathlib', edits, { frees: ['os', 'os.getcwd'] });
    }
  },
});
`;

const INPUT = `import os

print(os.getcwd())
`;

const OUTPUT = `import pathlib

print(str(pathlib.Path.cwd()))
`;

const NO_OP = `def getcwd():
    return "here"


print(getcwd())
`;

const TEST = `import { defineTest } from 'loopshift/testing';

defineTest(import.meta.dirname, 'NAME');
`;
