"""Stands for Django: its queries ask whether a loop is running, and refuse."""
import asyncio


class SynchronousOnlyOperation(Exception):
    pass


def setup():
    pass


def query(result):
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return result
    raise SynchronousOnlyOperation("You cannot call this from an async context - use a thread or sync_to_async.")
