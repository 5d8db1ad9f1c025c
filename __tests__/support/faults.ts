import { applyTransform } from '../../src/apply.js';
import type { Compiler, Verdict } from '../../src/batch/compiler.js';
import { processBytes } from '../../src/batch/convert-bytes.js';
import { createVerifier } from '../../src/batch/verify.js';
import type { DiagnosticCode } from '../../src/catalog/index.js';
import { convert } from '../../src/convert.js';
import { diagnostic } from '../../src/diagnostics.js';
import { replace } from '../../src/edits.js';
import { processSource } from '../../src/pipeline.js';
import { remarks } from '../../src/reporters/remarks.js';
import type { Result } from '../../src/result.js';
import { defineTransform, rewrite } from '../../src/transform.js';

const SOURCE = {
  path: 'app.py',
  text: 'import asyncio\n\n\nasync def main():\n    return 1\n\n\nasyncio.run(main())\n',
};

/** A mistake of loopshift's own, a transform of somebody else, a CPython with its own mind: no file can show it, so it is made. */
interface Fault {
  readonly what: string;
  /** Makes it. @returns what was told of the file, and what became of it. */
  raise(): Promise<Result>;
}

/** What neither a fixture nor a page's example can raise (docs.test.ts). */
export const FAULTS: Partial<Record<DiagnosticCode, Fault>> = {
  LS901: {
    what: 'the conversion throws',
    async raise() {
      const work = () => {
        throw new TypeError('cannot read properties of undefined');
      };
      const { result } = await processBytes('app.py', Buffer.from(SOURCE.text), { to: 'notebook' }, work, () => {});
      return result;
    },
  },
  LS902: {
    what: 'the edits leave a parenthesis open',
    async raise() {
      const start = SOURCE.text.indexOf('asyncio.run(main');
      return processSource(SOURCE, {}, () => ({
        sites: [],
        diagnostics: [],
        rewrites: [],
        edits: [{ start, end: start + 'asyncio.run(main())'.length, text: 'asyncio.run(' }],
        unsafeSites: 0,
        clearErrors: [],
        broken: (message) => diagnostic({ start: 0, end: 0 }, 'LS902', message),
      }));
    },
  },
  LS906: {
    what: 'a transform of somebody else has an unsafe rewrite',
    async raise() {
      const transform = defineTransform({
        name: 'drop-runs',
        summary: '`asyncio.run(…)` to `None`',
        *apply(module) {
          for (const { node } of module.calls('asyncio.run'))
            yield rewrite(node, 'drop the run', [replace(node, 'None')], { safety: 'unsafe' });
        },
      });
      return applyTransform(transform, SOURCE);
    },
  },
  LS907: {
    what: 'a CPython does not compile the output',
    raise: () => verifiedBy({ kind: 'fault', fault: { cell: 0, line: 7, message: "SyntaxError: 'await' outside" } }),
  },
  LS908: {
    what: 'a CPython dies of the output',
    raise: () => verifiedBy({ kind: 'none', reason: 'it was ended by SIGSEGV' }),
  },
};

/** `--verify`, with a CPython that gives one answer. With real ones: cli/verify.test.ts. */
async function verifiedBy(verdict: Verdict): Promise<Result> {
  const compiler: Compiler = {
    path: '/python',
    version: '3.13.0',
    minor: 13,
    compile: async () => verdict,
    close: () => {},
  };
  const { result } = await createVerifier(compiler).verify({ result: convert(SOURCE, { to: 'notebook' }) });
  return result;
}

/** The codes that were told of a file. */
export function toldOf(result: Result): readonly string[] {
  return remarks(result).map(({ code }) => code);
}
