import { join } from 'node:path';
import { readCases, readSubfolders } from '../src/testing/cases.js';
import { defineTest } from '../src/testing.js';

defineTest(__dirname, 'to-portable');

describe('what becomes portable', () => {
  const root = join(__dirname, '../__testfixtures__/to-portable');
  const converted = ['', ...readSubfolders(root)].flatMap((below) =>
    readCases(join(root, below), {}).filter(({ isNoOp }) => !isNoOp),
  );

  it('is run in a script and in a kernel: no case is left out of the behaviour suite', () => {
    const leftOut = converted.filter(({ options }) => options.behaviour !== undefined).map(({ name }) => name);
    expect(converted.length).toBeGreaterThan(50);
    expect(leftOut).toEqual([]);
  });
});
