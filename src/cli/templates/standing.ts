import type { Template } from './template.js';

/** What is right depends on the function that a call stands in. */
export const standing: Template = {
  name: 'standing',
  summary: 'calls become something else where they stand in a coroutine, and are reported elsewhere',
  transform: `import { defineTransform, diagnose, replace, rewrite } from 'loopshift';

/**
 *     async def f():                 async def f():
 *         time.sleep(1)      →           await asyncio.sleep(1)
 */
export default defineTransform({
  name: 'NAME',
  summary: '\`time.sleep\` in a coroutine to \`await asyncio.sleep\`',
  options: {
    strict: { summary: 'report it in plain functions too', default: false },
  },
  *apply(module, { strict }) {
    for (const call of module.calls('time.sleep')) {
      const { kind } = module.standing(call.node);
      if (kind === 'async-function') {
        const { name, edits } = module.importing('asyncio.sleep', call.node);
        yield rewrite(call.node, 'do not block the loop', [...edits, replace(call.function, \`await \${name}\`)], {
          frees: ['time.sleep'],
        });
      } else if (strict) {
        yield diagnose(call.node, {
          code: 'CODE001',
          message: \`\\\`\${module.text(call.node)}\\\` blocks whoever calls it\`,
          hint: 'make the function async first',
        });
      }
    }
  },
});
`,
  cases: {
    'plain.input.py': 'import time\n\n\nasync def main():\n    time.sleep(1)\n',
    'plain.output.py': 'import asyncio\n\n\nasync def main():\n    await asyncio.sleep(1)\n',
    'plain-function.input.py': 'import time\n\n\ndef wait():\n    time.sleep(1)\n',
    'strict.input.py': 'import time\n\n\ndef wait():\n    time.sleep(1)  # CODE001\n',
    'strict.options.json': '{ "options": { "strict": true } }\n',
  },
};
