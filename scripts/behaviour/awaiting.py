"""Runs a program that holds top-level awaits, as `python -m asyncio` would take it.

    awaiting.py program.py
"""
import ast
import asyncio
import inspect
import os
import sys
import tokenize
import types

with tokenize.open(sys.argv[1]) as file:
    source = file.read()
sys.argv = sys.argv[1:]
sys.path[0] = os.path.dirname(os.path.abspath(sys.argv[0]))
module = types.ModuleType("__main__")
module.__file__ = sys.argv[0]
sys.modules["__main__"] = module
code = compile(source, sys.argv[0], "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
if code.co_flags & inspect.CO_COROUTINE:
    asyncio.run(eval(code, module.__dict__))
else:
    exec(code, module.__dict__)
