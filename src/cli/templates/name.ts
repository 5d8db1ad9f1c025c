import type { Template } from './template.js';

/** Every use of a name becomes another name. */
export const name: Template = {
  name: 'name',
  summary: 'every use of a name becomes another name, from some Python on',
  transform: `import { atLeast, defineTransform, diagnose, replace, rewrite } from 'loopshift';

/**
 *     except socket.timeout:   →   except TimeoutError:
 */
export default defineTransform({
  name: 'NAME',
  summary: '\`socket.timeout\` to \`TimeoutError\`, from Python 3.10',
  *apply(module, _options, { python }) {
    if (!atLeast(python, '3.10')) return;
    // By meaning, called or not: \`from socket import timeout as t; isinstance(x, t)\` is found.
    for (const node of module.uses('socket.timeout')) {
      if (module.scopes.lookup('TimeoutError', node) !== undefined) {
        // What is recognized and left deserves a reason.
        yield diagnose(node, {
          code: 'CODE001',
          message: 'this file has a \`TimeoutError\` of its own',
          hint: 'rename it, or leave this as it is',
        });
      } else {
        yield rewrite(node, 'use the builtin', [replace(node, 'TimeoutError')], { frees: ['socket.timeout'] });
      }
    }
  },
});
`,
  cases: {
    'plain.input.py':
      'from socket import timeout\n\n\ndef read(stream):\n    try:\n        return stream.read()\n    except timeout:\n        return None\n',
    'plain.output.py':
      'def read(stream):\n    try:\n        return stream.read()\n    except TimeoutError:\n        return None\n',
    'name-is-taken.input.py':
      'import socket\n\n\nclass TimeoutError(Exception):\n    pass\n\n\nprint(socket.timeout)  # CODE001\n',
    'old-python.input.py': 'import socket\n\nprint(socket.timeout)\n',
    'old-python.options.json': '{ "python": "3.9" }\n',
  },
};
