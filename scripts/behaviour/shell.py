"""Runs cells in a plain IPython, where no loop is running: what a notebook of `asyncio.run` calls was written for.

    shell.py cells.json

Magics, shell lines and top-level awaits work as in a terminal. What a cell shows goes to the file named by
LOOPSHIFT_SHOWN, one JSON line a cell; an exception that ends a cell ends the program.
"""
import json
import os
import sys

from IPython.core.displayhook import DisplayHook
from IPython.core.interactiveshell import InteractiveShell


class Shown(DisplayHook):
    def __call__(self, result=None):
        self.check_for_underscore()
        if result is None or self.quiet():
            return
        self.update_user_ns(result)
        data, _ = self.compute_format_data(result)
        with open(os.environ["LOOPSHIFT_SHOWN"], "a") as file:
            file.write(json.dumps(data.get("text/plain", "")) + "\n")


class Shell(InteractiveShell):
    def enable_gui(self, gui=None):
        """`%matplotlib inline` asks for it."""


with open(sys.argv[1]) as file:
    cells = json.load(file)
Shell.displayhook_class = Shown
Shell.colors = "NoColor"
shell = Shell.instance()
shell.history_manager.enabled = False
# Python itself says, on stderr, what ended the program.
shell._showtraceback = lambda *_: None
sys.modules["__main__"] = shell.user_module
for cell in cells:
    outcome = shell.run_cell(cell, store_history=True)
    error = outcome.error_before_exec or outcome.error_in_exec
    if error is not None:
        sys.stdout.flush()
        raise error
