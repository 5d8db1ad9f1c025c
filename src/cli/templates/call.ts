import type { Template } from './template.js';

/** Calls of one function become calls of another. */
export const call: Template = {
  name: 'call',
  summary: 'calls of a function become something else',
  transform: `import { defineTransform, replace, rewrite } from 'loopshift';

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
      // \`frees\`: the import of \`os\` goes, where this was its last use.
      yield rewrite(call.node, 'use pathlib', edits, { frees: ['os.getcwd'] });
    }
  },
});
`,
  cases: {
    'plain.input.py': 'import os\n\nprint(os.getcwd())\n',
    'plain.output.py': 'import pathlib\n\nprint(str(pathlib.Path.cwd()))\n',
    'another-function.input.py': 'def getcwd():\n    return "here"\n\n\nprint(getcwd())\n',
  },
};
