import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommandLine, commandLine, contents, makeFolder, removeFolders } from '../support/command-line.js';

const SCRIPT = 'import asyncio\n\n\nasync def main():\n    return 1\n\n\nasyncio.run(main())\n';

beforeAll(buildCommandLine);
afterAll(removeFolders);

const posix = process.platform === 'win32' ? it.skip : it;

posix(
  'closes what a machine reads, which comes as files are done',
  async () => {
    const files = Array.from({ length: 400 }, (_, index) => [`f${index}.py`, SCRIPT + '# filler\n'.repeat(5000)]);
    const folder = makeFolder(Object.fromEntries(files));
    const args = [
      commandLine(),
      'convert',
      '--output-format',
      'ndjson',
      '--report',
      'all.html',
      '--to',
      'notebook',
      '.',
    ];
    const child = spawn(process.execPath, args, { cwd: folder });
    child.stdout.once('data', () => child.kill('SIGINT'));
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const summary = lines.pop().summary;
    expect([code, summary.files, err]).toEqual([130, lines.length, `interrupted: ${lines.length} of 400 files done\n`]);
    expect(lines.length).toBeLessThan(400);
    expect(readFileSync(join(folder, 'all.html'), 'utf8')).toContain(`interrupted: ${lines.length} of 400 files done`);
  },
  60_000,
);

posix(
  'ends between two files, closes the report, and says how far it came',
  async () => {
    const files = Array.from({ length: 400 }, (_, index) => [`f${index}.py`, SCRIPT + '# filler\n'.repeat(5000)]);
    const folder = makeFolder(Object.fromEntries(files));
    const args = [commandLine(), 'convert', '--write', '--diff', '--to', 'notebook', '.'];
    const child = spawn(process.execPath, args, { cwd: folder });
    child.stdout.once('data', () => child.kill('SIGINT'));
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    const done = Number(/^interrupted: (\d+) of 400 files done$/m.exec(err)?.[1]);
    const converted = Object.values(contents(folder)).filter((text) => !text.includes('asyncio.run'));
    expect([code, converted.length]).toEqual([130, done]);
    expect(done).toBeLessThan(400);
    expect(Number(/, (\d+) files? changed/.exec(err)?.[1])).toBe(done);
  },
  60_000,
);
