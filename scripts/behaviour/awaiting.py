"""Runs a program as `python -m asyncio` would take it: its loop runs from the first line on, and top-level awaits are legal.

    awaiting.py [--serve] program.py

With `--serve` it waits for Ctrl-C behind the last line, as the REPL does for more.
"""
import ast
import asyncio
import inspect
import os
import sys
import tokenize
import types


async def run(code, names, serves):
    if code.co_flags & inspect.CO_COROUTINE:
        await eval(code, names)
    else:
        exec(code, names)
    while serves:
        await asyncio.sleep(1)


serves = sys.argv[1] == "--serve"
sys.argv = sys.argv[2 if serves else 1:]
with tokenize.open(sys.argv[0]) as file:
    source = file.read()
sys.path[0] = os.path.dirname(os.path.abspath(sys.argv[0]))
module = types.ModuleType("__main__")
module.__file__ = sys.argv[0]
sys.modules["__main__"] = module
code = compile(source, sys.argv[0], "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
try:
    asyncio.run(run(code, module.__dict__, serves))
except KeyboardInterrupt:
    if not serves:
        raise
