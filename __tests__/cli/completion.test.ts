import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { transforms } from '../../transforms/index.js';
import { buildCommandLine, commandLine, loopshift, makeFolder, removeFolders } from '../support/command-line.js';

beforeAll(buildCommandLine);
afterAll(removeFolders);

const complete = (...words: string[]) =>
  loopshift(['--complete', ...words])
    .out.split('\n')
    .slice(0, -1);

it.each([
  ['commands', [''], 'convert'],
  ['transforms', ['run', ''], transforms[0]?.name],
  ['a second transform', ['run', 'guard-to-await,'], 'guard-to-await,remove-nest-asyncio'],
  ['targets', ['convert', '--to', ''], 'portable'],
  ['targets behind a sign', ['convert', '--to=p'], '--to=portable'],
  ['options', ['convert', '--'], '--no-bridge'],
  ['codes', ['explain', ''], 'LS201'],
  ['lists', ['list', ''], 'transforms'],
  ['kinds', ['new', 'transform', 'a', '--kind', ''], 'standing'],
  ['options of transforms', ['run', 'guard-to-await', '--option', ''], 'guard-to-await.target=repl'],
])('completion names %s', (_, words, found) => expect(complete(...words)).toContain(found));

it('completion leaves files to the shell', () => expect(complete('convert', '')).toEqual([]));

it('completion knows some shells', () => {
  expect(loopshift(['completion', 'tcsh'])).toMatchObject({ code: 2, err: expect.stringContaining('bash, zsh, fish') });
});

/** How each shell is asked what it would offer, with its own files, for the words behind `loopshift`. */
const SHELLS: Readonly<Record<string, (words: readonly string[]) => readonly string[]>> = {
  // bash parts words at `=` by itself
  bash: (words) => [
    '--norc',
    '-c',
    `eval "$(loopshift completion bash)"; COMP_WORDS=(loopshift ${words.flatMap((word) => word.split(/(?==)|(?<==)/)).join(' ')}); COMP_CWORD=$((\${#COMP_WORDS[@]}-1)); _loopshift; printf '%s\\n' "\${COMPREPLY[@]}"`,
  ],
  zsh: (words) => [
    '-fc',
    `compdef() {}; _files() { print -r -- files; }; compadd() { [[ -n \${(P)2} ]] && print -rl -- \${(P)2}; }; eval "$(loopshift completion zsh)"; words=(loopshift ${words.join(' ')}); CURRENT=\${#words}; _loopshift`,
  ],
  fish: (words) => [
    '--no-config',
    '-c',
    `loopshift completion fish | source; complete -C "loopshift ${words.join(' ')}"`,
  ],
};

describe.each(Object.entries(SHELLS))('the script for %s', (shell, ask) => {
  const isThere = spawnSync(shell, ['--version']).status === 0;
  const inShell = isThere ? it : it.skip;
  const reason = isThere ? '' : ` (no ${shell} found)`;

  inShell.each([
    ['a target', ['convert', '--to', 'not'], 'notebook'],
    ['a transform', ['run', 'remove-n'], 'remove-nest-asyncio'],
    ['a target behind a sign', ['convert', '--to=not'], shell === 'bash' ? 'notebook' : '--to=notebook'],
  ])(`offers %s${reason}`, (_, words, found) => {
    const { offered } = offer(words);
    expect(offered).toContain(found);
    expect(offered).not.toContain('files');
  });

  inShell(`leaves files to it${reason}`, () => {
    // bash looks for files by itself where a script offers nothing
    const files = (name: string) => (shell === 'bash' ? [''] : shell === 'zsh' ? ['files'] : [name]);
    expect(offer(['convert', 'ap']).offered).toEqual(files('app.py'));
    expect(offer(['run', './ap']).offered).toEqual(files('./app.py'));
  });

  function offer(words: readonly string[]) {
    const folder = makeFolder({ 'app.py': '' });
    writeFileSync(join(folder, 'loopshift'), `#!/bin/sh\nexec "${process.execPath}" "${commandLine()}" "$@"\n`);
    chmodSync(join(folder, 'loopshift'), 0o755);
    const { stdout, stderr } = spawnSync(shell, ask(words), {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: `${folder}${delimiter}${process.env.PATH}`, HOME: folder },
    });
    expect(stderr).toBe('');
    return {
      offered: stdout
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => line.replace(/\t.*$/, '')),
    };
  }
});
