import { openDocument } from '../src/documents/index.js';
import { combine } from '../src/edits.js';
import { parseModule } from '../src/python/module.js';
import { loadParser } from '../src/python/parser.js';
import { removeStatements } from '../src/removals.js';

beforeAll(() => loadParser());

/** Takes away the statements whose text holds `gone`. */
function remove(text: string): string {
  const document = openDocument({ path: 'a.py', text });
  const module = parseModule(document);
  const statements = [...module.roots.flatMap((root) => root.children), ...blocks(module)].filter((node) =>
    /^gone/.test(module.text(node)),
  );
  return document.splice(combine(removeStatements(module, statements), document.code));
}

function blocks(module: ReturnType<typeof parseModule>) {
  return [...module.find('block')].flatMap((block) => block.children);
}

describe('statements go with their lines', () => {
  it.each([
    ['a\ngone\nb\n', 'a\nb\n'],
    ['gone\n', ''],
    ['gone', ''],
    ['a\n\ngone\n\nb\n', 'a\n\nb\n'],
    ['a\n\ngone\ngone\n\nb\n', 'a\n\nb\n'],
    ['a\n\ngone\n\ngone\n\nb\n', 'a\n\nb\n'],
    ['gone; gone\nb\n', 'b\n'],
    ['gone; a; gone\nb\n', 'a\nb\n'],
    ['a; gone; gone\nb\n', 'a\nb\n'],
    ['a; gone; gone; b\n', 'a; b\n'],
    ['gone; gone  # why\nb\n', '# why\nb\n'],
    ['if x:\n    gone\n    gone\nb\n', 'if x:\n    pass\nb\n'],
    ['if x: gone; gone\nb\n', 'if x: pass\nb\n'],
    ['if x:\n    gone\n    a\nb\n', 'if x:\n    a\nb\n'],
    ['if x:\n    gone\ngone\nb\n', 'if x:\n    pass\nb\n'],
    ['gone\r\n\r\na\r\n', 'a\r\n'],
  ])('%j → %j', (input, output) => {
    expect(remove(input)).toBe(output);
  });
});
