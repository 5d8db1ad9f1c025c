import argparse
import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


class Parser(argparse.ArgumentParser):
    def error(self, message):
        asyncio.run(get(1))  # LS409
        print("no:", message)


Parser(exit_on_error=True).error("x")
