"""Stands for a library that keeps the loop it is started on."""
import asyncio


class Bot:
    def __init__(self, token):
        self.token = token

    async def start(self):
        self.loop = asyncio.get_running_loop()
        await asyncio.sleep(0)
        print("started with", self.token)
