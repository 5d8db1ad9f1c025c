import asyncio
import sys


async def get(n):
    await asyncio.sleep(0)
    return n


class Board:
    def __repr__(self):
        return "board"

    def show(self):
        sys.displayhook(self)

    def note(self):
        return asyncio.run(get(2))  # LS427


Board().show()
