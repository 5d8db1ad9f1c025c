"""Runs many small programs, each in a process of its own, forked off one that has imported what they need.

Reads one JSON job a line on standard input: {"kind": "script" | "cells", "cells": [str], "timeout": seconds}; answers one
JSON line: {"stdout", "stderr", "ending": "ok" | "Type: message" | "exit N" | "timeout" | "dead"}.

A script is run as `python program.py` runs it. Cells are run by IPython in a loop that is running before the first and goes on
after the last, as in a kernel: without sockets, so that thousands can be run.
"""
import asyncio
import atexit
import concurrent.futures
import contextlib
import contextvars
import dataclasses
import functools
import gc
import json
import os
import select
import shutil
import signal
import sys
import tempfile
import threading
import time
import traceback
import types

try:
    from IPython.core.interactiveshell import InteractiveShell
except ImportError:
    InteractiveShell = None

# A program becomes `__main__`: without this, the names of the module that runs it would be cleared.
KEPT = sys.modules["__main__"]
# What the last cell left running has this long to show something.
AFTERWARDS = 0.12


def serve():
    if InteractiveShell is not None:
        shell = InteractiveShell.instance()
        shell.history_manager.enabled = False
        shell._showtraceback = lambda *_: None
        # What a cell displays is no output of the program.
        shell.display_trap.hook = lambda _: None
    for line in sys.stdin:
        job = json.loads(line)
        print(json.dumps(run(job)), flush=True)


def run(job):
    folder = tempfile.mkdtemp(prefix="loopshift-program-")
    paths = [os.path.join(folder, name) for name in ("out", "err", "ending")]
    sys.stdout.flush()
    pid = os.fork()
    if not pid:
        be(job, folder, paths)
    ending = wait(pid, job["timeout"])
    out, err, told = (read(path) for path in paths)
    shutil.rmtree(folder, ignore_errors=True)
    return {"stdout": out, "stderr": err, "ending": ending or told or "dead"}


def wait(pid, timeout):
    deadline = time.monotonic() + timeout
    pause = 0.002
    while time.monotonic() < deadline:
        if os.waitpid(pid, os.WNOHANG)[0]:
            return None
        time.sleep(pause)
        pause = min(0.02, pause * 1.5)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return "timeout"


def read(path):
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def be(job, folder, paths):
    """Never returns."""
    os.chdir(folder)
    atexit._clear()
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    for number, path in ((1, paths[0]), (2, paths[1])):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), number)
    sys.stdout = open(1, "w", encoding="utf-8", buffering=1, closefd=False)
    sys.stderr = open(2, "w", encoding="utf-8", buffering=1, closefd=False)
    ending = "ok"
    try:
        (be_cells if job["kind"] == "cells" else be_script)(job["cells"])
    except SystemExit as error:
        ending = "SystemExit: %s" % error
    except BaseException as error:
        traceback.print_exc()
        ending = "%s: %s" % (type(error).__name__, error)
    with open(paths[2], "w", encoding="utf-8") as file:
        file.write(ending)
    if job["kind"] == "cells":
        sys.stdout.flush()
        os._exit(0)
    with contextlib.suppress(BaseException):
        threading._shutdown()
    with contextlib.suppress(BaseException):
        atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def be_script(cells):
    module = types.ModuleType("__main__")
    module.__file__ = "program.py"
    sys.modules["__main__"] = module
    exec(compile("\n".join(cells), "program.py", "exec", dont_inherit=True), module.__dict__)


def be_cells(cells):
    shell = InteractiveShell.instance()
    sys.modules["__main__"] = shell.user_module
    asyncio.run(in_cells(shell, cells))


async def in_cells(shell, cells):
    for cell in cells:
        # Each cell has a context of its own, as requests to a kernel have.
        outcome = await asyncio.ensure_future(shell.run_cell_async(cell, transformed_cell=shell.transform_cell(cell)))
        error = outcome.error_before_exec or outcome.error_in_exec
        if error is not None:
            await afterwards()
            raise error
    await afterwards()
    with open("ending", "w") as file:
        file.write("ok")
    sys.stdout.flush()
    os._exit(0)


async def afterwards():
    """Tasks that are left may go on for a while; then the kernel is shut down, and nobody sees more."""
    loop = asyncio.get_running_loop()
    busy = len(asyncio.all_tasks()) > 1 or threading.active_count() > 1 or loop._scheduled or loop._ready
    await asyncio.sleep(AFTERWARDS if busy else 0)


serve()
