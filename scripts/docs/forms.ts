import { scan } from '../../src/convert.js';
import type { FormName } from '../../src/forms/form.js';
import { forms } from '../../src/forms/index.js';
import { TARGET_NAMES } from '../../src/options.js';
import { table } from './markdown.js';

const HEAD = `import asyncio


async def main():
    await asyncio.sleep(0)
    print('done')


`;

/** The plainest way to write each form, with what it needs in front. */
const SAMPLES: Readonly<Partial<Record<FormName, readonly [code: string, head?: string]>>> = {
  run: ['asyncio.run(main())'],
  await: ['await main()'],
  guard: [
    'try:\n    loop = asyncio.get_running_loop()\nexcept RuntimeError:\n    asyncio.run(main())\nelse:\n    task = loop.create_task(main())\n    task.add_done_callback(lambda task: task.result())',
  ],
  'run-until-complete': ['loop = asyncio.new_event_loop()\nloop.run_until_complete(main())\nloop.close()'],
  'run-forever': ['loop = asyncio.new_event_loop()\nloop.create_task(main())\nloop.run_forever()'],
  runner: ['with asyncio.Runner() as runner:\n    runner.run(main())'],
  bridge: [
    'ThreadPoolExecutor().submit(asyncio.run, main()).result()',
    'from concurrent.futures import ThreadPoolExecutor\n',
  ],
  uvloop: ['uvloop.run(main())', 'import uvloop\n'],
  anyio: ['anyio.run(main)', 'import anyio\n'],
  trio: ['trio.run(main)', 'import trio\n'],
  tornado: ['IOLoop.current().run_sync(main)', 'from tornado.ioloop import IOLoop\n'],
  'async-to-sync': ['async_to_sync(main)()', 'from asgiref.sync import async_to_sync\n'],
  'run-coroutine-threadsafe': [
    'asyncio.run_coroutine_threadsafe(main(), loop).result()',
    'from elsewhere import loop\n',
  ],
  wrapper: ['drive(main())', 'from tools import drive\n'],
  twin: ["Agent('model').run_sync('why?')", 'from pydantic_ai import Agent\n'],
};

/** What becomes of each form in each target: found by converting it. */
export function formTable(): string {
  const rows = forms.map(({ name, summary }) => {
    const sample = SAMPLES[name];
    if (sample === undefined && name !== 'main') throw new Error(`scripts/docs/forms.ts has no sample of ${name}`);
    const cells = TARGET_NAMES.map((to) => (sample === undefined ? 'written only' : outcome(name, sample, to)));
    return [name, summary, ...cells];
  });
  return table(['form', 'what it is', ...TARGET_NAMES.map((name) => `\`--to ${name}\``)], rows);
}

function outcome(
  form: FormName,
  [code, head = '']: readonly [string, string?],
  to: (typeof TARGET_NAMES)[number],
): string {
  const source = { path: 'demo.py', text: `${head}${HEAD}${code}\n` };
  const { sites } = scan(source, { to, runWrappers: ['tools.drive'] });
  const site = sites.find((each) => each.form === form);
  if (site === undefined) throw new Error(`the sample of ${form} holds no such site`);
  if (site.status === 'unchanged') return 'stays';
  if (site.status === 'converted') return site.to ?? '';
  return site.safety === 'unsafe' || site.code === 'LS808'
    ? '`--unsafe`'
    : `[${site.code}](docs/diagnostics/${site.code}.md)`;
}
