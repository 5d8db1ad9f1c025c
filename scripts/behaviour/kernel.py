"""Runs cells in real IPython kernels, one fresh kernel process a job.

Reads one JSON job a line on standard input: {"cells": [str], "timeout": seconds, "until": str, "modules": {path: text}};
answers one JSON line:
{"stdout", "stderr", "shown": [str], "ending": "ok" | "Type: message" | "timeout" | "dead: why"}.

A task that a cell leaves running may print after the last one: `until` is what is waited for.

Importing ipykernel takes most of a kernel's start. It is imported once, here, in a process that never opens a socket or
starts a thread; each job forks a kernel and a client off it, so that no two jobs share anything but code.
"""
import json
import os
import queue
import re
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback

from ipykernel.kernelapp import IPKernelApp
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.connect import write_connection_file

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def serve():
    for line in sys.stdin:
        job = json.loads(line)
        # A machine under load may lose a kernel before its first word: nothing has run then.
        if not any(attempt(job) for _ in range(3)):
            print(json.dumps(dict(NOTHING, ending="dead: the kernel does not answer")), flush=True)


NOTHING = {"stdout": "", "stderr": "", "shown": [], "ending": "ok"}


def attempt(job):
    """Whether the job was answered."""
    folder = tempfile.mkdtemp(prefix="loopshift-kernel-")
    for name, text in job.get("modules", {}).items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    connection = os.path.join(folder, "connection.json")
    # Sockets in that folder: no two kernels can take each other's ports.
    write_connection_file(connection, transport="ipc", ip=os.path.join(folder, "s"))
    with open(connection) as file:
        info = json.load(file)
    alive, held = os.pipe()
    kernel = fork(lambda: be_kernel(connection, folder, alive), [0, 1, 2])
    os.close(held)
    client = fork(lambda: be_client(info, alive, job), [])
    os.close(alive)
    _, status = os.waitpid(client, 0)
    end(kernel)
    shutil.rmtree(folder, ignore_errors=True)
    return status == 0


def fork(work, silenced):
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return pid
    failed = 0
    try:
        null = os.open(os.devnull, os.O_RDWR)
        for number in silenced:
            os.dup2(null, number)
        work()
    except SystemExit:
        pass
    except BaseException:
        failed = 1
        traceback.print_exc()
    finally:
        # A kernel's atexit handlers must run; a client has none.
        (sys.exit if silenced else os._exit)(failed)


def be_kernel(connection, folder, alive):
    os.close(alive)
    os.setsid()
    os.chdir(folder)
    sys.stdin = open(os.devnull)
    # Warnings are for this kernel, not for what its cells start.
    os.environ.pop("PYTHONWARNINGS", None)
    sys.path.insert(0, "")
    options = ["--HistoryManager.hist_file=:memory:", "--InteractiveShell.colors=NoColor", "--log-level=ERROR"]
    IPKernelApp.launch_instance(argv=["-f", connection] + options)


def end(kernel):
    """The kernel and all that it started."""
    try:
        os.killpg(kernel, signal.SIGKILL)
    except OSError:
        os.kill(kernel, signal.SIGKILL)
    os.waitpid(kernel, 0)


def be_client(info, alive, job):
    client = BlockingKernelClient()
    client.load_connection_info(info)
    client.start_channels(hb=False)
    out = dict(NOTHING, shown=[])
    greet(client, alive)
    for cell in job["cells"]:
        out["ending"] = execute(client, cell, job["timeout"], out)
        if out["ending"] != "ok":
            break
    if out["ending"] != "timeout":
        deadline = time.monotonic() + 3
        while len(out["stdout"]) < len(job.get("until", "")) and time.monotonic() < deadline:
            collect(client, 0.05, out, None)
        collect(client, 0.1, out, None)
        client.shutdown()
        collect(client, 5, out, alive)
    print(json.dumps(out), flush=True)


def greet(client, alive):
    """Both channels are open once the kernel's answer has come on both."""
    deadline = time.monotonic() + 30
    asked = []
    while time.monotonic() < deadline and not is_gone(alive):
        asked.append(client.kernel_info())
        try:
            client.get_shell_msg(timeout=5)
            while True:
                message = client.get_iopub_msg(timeout=0.3)
                if any(is_idle(message, each) for each in asked):
                    return
        except queue.Empty:
            pass
    os._exit(1)


def is_gone(alive):
    """The kernel held the other end of this pipe."""
    return bool(select.select([alive], [], [], 0)[0])


def execute(client, cell, timeout, out):
    asked = client.execute(cell, store_history=True, allow_stdin=False)
    deadline = time.monotonic() + timeout
    ending = "ok"
    while True:
        try:
            message = client.get_iopub_msg(timeout=max(0.01, deadline - time.monotonic()))
        except queue.Empty:
            return "timeout"
        ending = note(message, out) or ending
        if is_idle(message, asked):
            return ending


def is_idle(message, asked):
    return (
        message["parent_header"].get("msg_id") == asked
        and message["msg_type"] == "status"
        and message["content"]["execution_state"] == "idle"
    )


def collect(client, seconds, out, alive):
    """What tasks in the background print after the last cell; of handlers at exit, what comes through."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            note(client.get_iopub_msg(timeout=0.02), out)
        except queue.Empty:
            if alive is not None and is_gone(alive):
                deadline = min(deadline, time.monotonic() + 0.1)
                alive = None


def note(message, out):
    content = message["content"]
    kind = message["msg_type"]
    if kind == "stream":
        out[content["name"]] += content["text"]
    elif kind == "execute_result":
        out["shown"].append(content["data"].get("text/plain", ""))
    elif kind == "error":
        out["stderr"] += ESCAPES.sub("", "\n".join(content["traceback"])) + "\n"
        return "%s: %s" % (content["ename"], content["evalue"])
    return None


serve()
