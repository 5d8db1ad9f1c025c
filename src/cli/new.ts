import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from './command.js';
import { help } from './option.js';
import { choice, flag, operands } from './parse.js';
import { templates } from './templates/index.js';
import type { Template } from './templates/template.js';
import { createTerminal } from './terminal.js';
import { UsageError } from './usage-error.js';

const KINDS = templates.map((template) => template.name);

/** `loopshift new transform NAME`: a transform that works, with cases and a test that passes, to start from. */
export const new_: Command = {
  name: 'new',
  positionals: 'transform <name>',
  summary: 'Write a transform to start from, with cases and a test that passes',
  groups: [
    {
      title: 'Options',
      options: [
        {
          name: 'kind',
          kind: 'text',
          value: 'KIND',
          help: 'what to start from; call is the default',
        },
        { name: 'js', kind: 'flag', help: 'JavaScript instead of TypeScript; neither needs a build' },
        ...help.options,
      ],
    },
  ],
  examples: [
    ['loopshift new transform use-pathlib', 'then: node --test, and loopshift run ./transforms/use-pathlib.ts'],
    ['loopshift new transform no-sleep --kind standing --js', 'another start, as JavaScript'],
  ],
  notes: templates.map(({ name, summary }) => `${name}: ${summary}`),
  async run(argv) {
    const [kind, name, ...rest] = operands(argv);
    if (kind !== 'transform' || name === undefined || rest.length > 0) {
      throw new UsageError('new makes a transform: loopshift new transform NAME');
    }
    if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
      throw new UsageError(`\`${name}\` is no name: small letters and digits, with hyphens between words`);
    }
    const template = templates.find((each) => each.name === (choice(argv, 'kind', KINDS) ?? KINDS[0])) as Template;
    const transform = join('transforms', `${name}.${flag(argv, 'js') === true ? 'js' : 'ts'}`);
    const files = filesOf(name, transform, template);
    const taken = files.find(([path]) => existsSync(path));
    if (taken !== undefined) throw new UsageError(`${taken[0]} is there already; nothing was written`);
    for (const [path, text] of files) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    const written = files.map(([path]) => `wrote ${path}\n`).join('');
    await createTerminal().print({ out: `${written}\nNext:\n  node --test\n  npx loopshift run ./${transform} .\n` });
    return 0;
  },
};

function filesOf(
  name: string,
  transform: string,
  template: Template,
): readonly (readonly [path: string, text: string])[] {
  const own = (text: string) => text.replaceAll('NAME', name).replaceAll('CODE', codeOf(name));
  return [
    [transform, own(template.transform)],
    ...Object.entries(template.cases).map(([file, text]) => [join('__testfixtures__', name, file), own(text)] as const),
    [join('__tests__', `${name}.test.mjs`), own(TEST)],
  ];
}

/** `UP` of `use-pathlib`, for codes such as `UP001`; LS is taken. */
function codeOf(name: string): string {
  const initials = name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase())
    .filter((letter) => /[A-Z]/.test(letter))
    .join('');
  return initials.length < 2 || initials.startsWith('LS') ? `MY${initials}` : initials;
}

const TEST = `import { defineTest } from 'loopshift/testing';

defineTest(import.meta.dirname, 'NAME');
`;
