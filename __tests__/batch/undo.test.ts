import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UndoError, type Undoing, undoAll } from '../../src/batch/undo.js';
import { replaceFile } from '../../src/batch/write.js';
import { contents, makeFolder, removeFolders } from '../support/command-line.js';

afterAll(removeFolders);

const FILES = { 'a.py': 'new\n', 'b.py': 'new\n', 'c.py': 'new\n' };

function undoings(folder: string): readonly Undoing[] {
  return Object.keys(FILES).map((name) => {
    const path = join(folder, name);
    return { name, path, now: readFileSync(path), before: Buffer.from('old\n') };
  });
}

describe('taking back', () => {
  it('writes every file', () => {
    const folder = makeFolder(FILES);
    undoAll(undoings(folder));
    expect(Object.values(contents(folder))).toEqual(['old\n', 'old\n', 'old\n']);
  });

  it('puts back what it wrote where a file cannot be written', () => {
    const folder = makeFolder(FILES);
    const all = undoings(folder);
    writeFileSync(join(folder, 'c.py'), 'mine\n');
    expect(() => undoAll(all)).toThrow(new UndoError('c.py: it has changed meanwhile'));
    expect(contents(folder)).toEqual({ ...FILES, 'c.py': 'mine\n' });
  });

  it('names what it could not put back', () => {
    const folder = makeFolder(FILES);
    const replace: typeof replaceFile = (path, before, after) => {
      const isLost = path.endsWith('c.py') || (path.endsWith('a.py') && String(after) === 'new\n');
      return isLost ? { ok: false, code: 'LS107', reason: 'disk full' } : replaceFile(path, before, after);
    };
    const lost = expect.objectContaining({ message: 'c.py: disk full', lost: ['a.py'] });
    expect(() => undoAll(undoings(folder), replace)).toThrow(lost);
    expect(contents(folder)).toEqual({ ...FILES, 'a.py': 'old\n' });
  });

  it('keeps the mode of a file', () => {
    const folder = makeFolder(FILES);
    chmodSync(join(folder, 'a.py'), 0o755);
    undoAll(undoings(folder));
    expect(statSync(join(folder, 'a.py')).mode & 0o777).toBe(0o755);
  });
});
