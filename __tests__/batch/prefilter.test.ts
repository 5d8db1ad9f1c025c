import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mayHoldSite } from '../../src/batch/prefilter.js';
import { scan } from '../../src/convert.js';
import { decode } from '../../src/documents/encoding.js';

describe('what cannot hold a run site', () => {
  it.each([
    ['no word of it', 'print(1)\n'],
    ['words inside others', 'import matriosh\nrunning = awaited = 1\n'],
    ['asyncio without a driver', 'import asyncio\n\nlock: asyncio.Lock\n'],
    ['coroutines that nobody drives', 'async def f():\n    async with a as b:\n        return await b\n'],
    ['a method', 'class A:\n    async def f(self):\n        if 1:\n            await g()\n\n    def h(self): pass\n'],
    ['a string of code', 'async def f():\n    s = """\nawait x\n"""\n    await g()\n'],
    ['a comment in the first column', 'async def f():\n# note\n    await g()\n'],
    ['one line', 'async def f(): await g()\n'],
    ['an f-string in a coroutine', "async def f():\n    return f'{await g()}'\n"],
    ['an argument over several lines', 'async def f(\n    x,\n):\n    await g()\n'],
    ['a long block of comments', `# see asyncio\n${'# ## # #\n'.repeat(200)}`],
    ['code in a docstring', '"""\nasyncio.run(main())\n"""\nasync def f():\n    await g()\n'],
    ['code in a comment', 'import asyncio\n# asyncio.run(main())\n'],
    ['code in a string over two lines', 'import asyncio\r\nx = "a \\\r\n asyncio.run(main())"\r\n'],
    ['a name of a library in a string', 'import pytest\n@pytest.mark.anyio\nasync def f():\n    await g("uvicorn")\n'],
    ['an import of what drives nothing', 'from asyncio import (\n    gather,\n    sleep,\n)\nasync def run(): ...\n'],
    ['the text of an f-string', "def f():\n    raise E(f'await {x} in async {{code}}, not {y}')\n"],
    ['a lambda of another statement', 'async def f():\n    with a(lambda: 1):\n        await g()\n'],
    ['a library of which nothing is called', 'import anyio\nfrom trio import sleep\nasync def f(): await sleep(1)\n'],
    ['a name that only ends like a driver', 'async def f():\n    await self._run_sync(g)\n'],
    ['the name of a module', 'import pytest\nmark = "asyncio"\n'],
    [
      'what drives a loop, where it is defined',
      'class Loop:\n    def run_forever(self): ...\n    async def f(self): ...\n',
    ],
    [
      'parts of asyncio that drive nothing',
      'from asyncio.exceptions import CancelledError\nfrom asyncio.locks import *\n',
    ],
    ['part of another library', 'import pysnmp.hlapi.asyncio as hlapi\n'],
    [
      'a name of something else',
      'from . import asyncio as own\ndef f(asyncio: bool = False):\n    g(asyncio=asyncio)\n',
    ],
    ['a name that is given away', 'import sys\nasyncio = sys.modules.get("asyncio")\n'],
    [
      'parts of a library that drive nothing',
      'from uvicorn.config import Config\nfrom anyio.to_thread import run_sync\n',
    ],
    ['a library that is only named', 'LOOPS = ["asyncio", "uvloop"]\n'],
    ['a function of the same name', 'async def run_app(app): ...\nasync def f():\n    await run_app(1)\n'],
    ['a method of the same name', 'async def f(c):\n    await c.run_sync(g)\n'],
    ['a loop for what takes one', 'import asyncio\nasync def f(loop):\n    asyncio.Task(g(sleep(1)), loop=loop)\n'],
    ['a wrapped function', 'from asgiref.sync import async_to_sync\nf = wrap(async_to_sync(g))\n'],
    ['quotes in the text of an f-string', 'def f():\n    raise E(f\'{x}: did you "await" it?\')\n'],
    ['a comprehension', 'async def f():\n    return [x async for x in y if await z]\n'],
  ])('%s', (_, text) => {
    expect(mayHoldSite(Buffer.from(text), 'a.py')).toBe(false);
  });
});

describe('what may hold one', () => {
  it.each([
    ['import asyncio\nasyncio.run(main())\n'],
    ['x = 1  # loopshift: skip\n'],
    ['import asyncio as aio\naio.run(main())\n'],
    ['from asyncio import run\nrun(main())\n'],
    ['from asyncio.runners import run\n'],
    ['import os, asyncio\nrun = asyncio . run\n'],
    ['(asyncio  # why\n .run(main()))\n'],
    ['asyncio.\\\nrun(main())\n'],
    ['import os, asyncio\naio = asyncio\naio.run(main())\n'],
    ['if x: import os, \\\n    asyncio as aio\n'],
    ['from asyncio import (\n    gather,  # both\n    run,\n)\n'],
    ['from asyncio import *\n'],
    ['import os, anyio\nanyio.run(main)\n'],
    ['if x: from trio import run\n'],
    ['from anyio import run as go\ngo(main)\n'],
    ['from llama_parse import LlamaParse\nLlamaParse().load_data(x)\n'],
    ['f"{asyncio.run(main())}"\n'],
    ['x = "it\'s"; asyncio.run(main())\n'],
    ['@asyncio.coroutine\ndef f(): pass\n'],
    ['import asyncio\nlock = asyncio.Lock(loop=loop)\n'],
    ['import asyncio\nasyncio.wait_for(get(url(1), b), 5,\n    loop=loop)\n'],
    ['from asyncio import sleep\nsleep(1, loop=loop)\n'],
    ['from asgiref.sync import async_to_sync\nx = async_to_sync(fetch(by(1)))(1)\n'],
    ['from asgiref.sync import async_to_sync as sync\nsync(fetch)(1)\n'],
    ['from asgiref import sync\nrun = sync.async_to_sync\n'],
    ['import uvloop\nuvloop.install()\n'],
    ['from aiohttp import web\nweb.run_app(app)\n'],
    ['from tornado.ioloop import IOLoop\nIOLoop.current().run_sync(main)\n'],
    ['load = importlib.import_module\nload("asyncio").run(main())\n'],
    ['import asyncio\ngetattr(asyncio, "run")\n'],
    ['import_module("asyncio").run(main())\n'],
    ['loop.run_until_complete(main())\n'],
    ['loop = get_event_loop()\n'],
    ['import nest_asyncio\n'],
    ['import anyio\nanyio.run(main)\n'],
    ['await main()\n'],
    ['if x:\n    await main()\n'],
    ['def f():\n    await main()\n'],
    ['async def f():\n    def g():\n        await main()\n'],
    ['async def f():\n    pass\nawait f()\n'],
    ['async def f():\n    pass\n\fawait f()\n'],
    ['async def f(): pass\nx = [y async for y in f()]\n'],
    ['async def f(x=await g()):\n    pass\n'],
    ['async def f():\n    return lambda: await g()\n'],
    ['async def f():\n    class A:\n        x = await g()\n'],
    ["print(f'{await g()}')\n"],
    ["print(f'{ {1: 2}[await g()] }')\n"],
    ["print(f'{{{await g()}}}')\n"],
    ['print(f\'{x["}"] + await g()}\')\n'],
    ["print(f'''{x # }\n + await g()}''')\n"],
    ['async def f():\n    return [lambda: 1,\n        lambda: await g()]\n'],
    ['\ufeff# %%\nasync def f():\n    await g()\n'],
    ['# Databricks notebook source\nasync def f():\n    await g()\n'],
    ['async def f(): pass\n[x async\\\n for x in f()]\n'],
    ['async def f():\n    pass\n"""\nasync def g():\n    """\nawait f()\n'],
    ['async def f():\n    x = """\n    await g()\n'],
    ['async def f():\n    await g(\n'],
    ['# %%\nasync def f():\n    await g()\n'],
    ['# COMMAND ----------\nasync def f():\n    await g()\n'],
    ['async def f():\r    pass\rawait f()\r'],
  ])('%j', (text) => {
    expect(mayHoldSite(Buffer.from(text), 'a.py')).toBe(true);
  });

  it('a file that is not UTF-8, holds a NUL, or names its encoding: the decoder has to judge', () => {
    expect(mayHoldSite(Buffer.from([0xff]), 'a.py')).toBe(true);
    expect(mayHoldSite(Buffer.from('a\0b'), 'a.py')).toBe(true);
    expect(mayHoldSite(Buffer.from('#!/usr/bin/python\n# -*- coding: koi8-r -*-\n'), 'a.py')).toBe(true);
    expect(mayHoldSite(Buffer.from('# -*- coding: utf-8 -*-\n'), 'a.py')).toBe(false);
  });

  it('a notebook with a word of it, which its lines may cut and its escapes may hide', () => {
    expect(mayHoldSite(Buffer.from('["asyncio.", "run(main())"]'), 'a.ipynb')).toBe(true);
    expect(mayHoldSite(Buffer.from('["\\u0061wait x"]'), 'a.ipynb')).toBe(true);
    expect(mayHoldSite(Buffer.from('["print(1) \\u00e9"]'), 'a.ipynb')).toBe(false);
  });

  it('a wrapper of the project', () => {
    const text = Buffer.from('from .tools import drive\ndrive(main())\n');
    expect(mayHoldSite(text, 'a.py')).toBe(false);
    expect(mayHoldSite(text, 'a.py', { runWrappers: ['pkg.tools.drive'] })).toBe(true);
  });

  it('a question for the loop, but where one always runs', () => {
    const text = Buffer.from('import asyncio\nloop = asyncio.get_event_loop()\n');
    expect(mayHoldSite(text, 'a.py', { to: 'script' })).toBe(true);
    expect(mayHoldSite(text, 'a.py', { to: 'notebook' })).toBe(false);
  });

  it('a part of asyncio that the chosen Python does not have', () => {
    const text = Buffer.from('import asyncio\nasync def f():\n    async with asyncio.TaskGroup() as g: ...\n');
    expect(mayHoldSite(text, 'a.py', { python: '3.11' })).toBe(false);
    expect(mayHoldSite(text, 'a.py', { python: '3.10' })).toBe(true);
  });
});

const fixtures = join(__dirname, '../../__testfixtures__');
const cases = (readdirSync(fixtures, { recursive: true }) as string[])
  .filter((name) => /\.(py|ipynb)$/.test(name))
  .sort();

/** What is said of a file because it was looked at, though it holds nothing: its syntax, its kernel, and comments for loopshift itself. */
const OF_THE_FILE = new Set(['LS110', 'LS111', 'LS113', 'LS114', 'LS116']);

it.each(cases)('lets %s through if it holds a site, or if anything is said of it', (name) => {
  const bytes = readFileSync(join(fixtures, name));
  let text: string;
  try {
    ({ text } = decode(bytes));
  } catch {
    expect(mayHoldSite(bytes, name)).toBe(true);
    return;
  }
  for (const to of ['script', 'notebook', 'portable'] as const) {
    if (mayHoldSite(bytes, name, { to })) continue;
    const { sites, diagnostics, status } = scan({ path: name, text }, { to });
    const said = diagnostics.filter(({ code }) => !OF_THE_FILE.has(code));
    // A notebook that is none is told without the parser.
    if (status !== 'failed') expect([to, sites, said]).toEqual([to, [], []]);
  }
});
