import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineTest } from '../src/testing.js';

const examples = join(__dirname, '../examples');
const files = readdirSync(join(examples, 'transforms'));

for (const file of files) defineTest(join(examples, '__tests__'), file.replace(/\.ts$/, ''));

it.each(files)('%s is short, and written against the public API only', (file) => {
  const text = readFileSync(join(examples, 'transforms', file), 'utf8');
  expect(text.split('\n').length).toBeLessThan(60);
  expect([...text.matchAll(/from '(.+)'/g)].map(([, name]) => name)).toEqual(['loopshift']);
});
