import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineTest } from '../src/testing.js';
import { transforms } from '../transforms/index.js';

for (const { name } of transforms) defineTest(__dirname, name);

it('each has cases: some that stay as they are, and some that do not', () => {
  const poor = transforms.filter(({ name }) => {
    const files = readdirSync(join(__dirname, '../__testfixtures__', name));
    const outputs = files.filter((file) => file.includes('.output.')).length;
    return outputs === 0 || outputs === files.filter((file) => file.includes('.input.')).length;
  });
  expect(poor.map(({ name }) => name)).toEqual([]);
});
