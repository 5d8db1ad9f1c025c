import { composeNotebook } from '../../documents/compose.js';
import type { Template } from './template.js';

const NOTEBOOK = composeNotebook(['x = [1, 2]\nprint(x)', 'print(len(x))\nx'].map((text) => ({ kind: 'code', text })));

/** What is right depends on the cell of a notebook. */
export const cell: Template = {
  name: 'cell',
  summary: 'statements of notebook cells; several edits that are made together or not at all',
  transform: `import { defineTransform, replace, rewrite } from 'loopshift';

/**
 *     print(df)   →   df      as the last statement of a cell: the notebook shows it
 */
export default defineTransform({
  name: 'NAME',
  summary: 'no \`print\` around what a notebook shows by itself',
  *apply(module) {
    if (module.document.format !== 'notebook') return;
    // One tree per cell. Offsets count through the Python of all cells, so nothing else is different from a file.
    for (const root of module.roots) {
      const last = root.children.filter((child) => child.type !== 'comment').at(-1);
      const call = module.calls('builtins.print').find(({ node }) => node.parent === last);
      const [argument, ...others] = call?.args ?? [];
      // print(*items)   print(a, b)   print(a, file=log)
      if (call === undefined || argument === undefined || others.length > 0) continue;
      if (call.unpacks || call.keywords.size > 0) continue;
      // Both edits belong together: one rewrite.
      yield rewrite(call.node, 'let the notebook show it', [
        replace({ start: call.node.start, end: argument.start }, ''),
        replace({ start: argument.end, end: call.node.end }, ''),
      ]);
    }
  },
});
`,
  cases: {
    'plain.input.ipynb': NOTEBOOK,
    'plain.output.ipynb': NOTEBOOK.replace('"print(x)"', '"x"'),
    'a-file.input.py': 'x = 1\nprint(x)\n',
  },
};
