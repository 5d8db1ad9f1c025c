"""Runs cells in real IPython kernels, one fresh kernel a job.

Reads one JSON job a line on standard input: {"id", "cells": [str], "timeout": seconds, "cwd"}; answers one JSON line:
{"id", "stdout", "stderr", "shown": [str], "ending": "ok" | "Type: message" | "timeout" | "dead"}.
"""
import json
import os
import queue
import re
import sys
import time

from jupyter_client.manager import KernelManager

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def run(job):
    manager = KernelManager(kernel_name="python3")
    manager.kernel_spec.argv[0] = sys.executable
    manager.start_kernel(cwd=job["cwd"], env=dict(os.environ, PYTHONHASHSEED="0"))
    client = manager.client()
    client.start_channels()
    out = {"id": job["id"], "stdout": "", "stderr": "", "shown": [], "ending": "ok"}
    try:
        client.wait_for_ready(timeout=60)
        for cell in job["cells"]:
            out["ending"] = execute(client, cell, job["timeout"], out)
            if out["ending"] != "ok":
                break
        else:
            drain(client, 0.15, out)
    except RuntimeError as error:
        out["ending"] = "dead: %s" % error
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    return out


def execute(client, cell, timeout, out):
    message_id = client.execute(cell, store_history=True)
    deadline = time.monotonic() + timeout
    ending = "ok"
    while True:
        try:
            message = client.get_iopub_msg(timeout=max(0.01, deadline - time.monotonic()))
        except queue.Empty:
            return "timeout"
        own = message["parent_header"].get("msg_id") == message_id
        ending = note(message, out) or ending
        if own and message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
            return ending


def drain(client, seconds, out):
    """What background tasks print after the last cell."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            note(client.get_iopub_msg(timeout=0.05), out)
        except queue.Empty:
            pass


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


for line in sys.stdin:
    print(json.dumps(run(json.loads(line))), flush=True)
