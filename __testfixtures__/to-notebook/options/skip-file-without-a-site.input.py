# loopshift: skip-file  # LS116
import asyncio


async def main():
    await asyncio.sleep(1)
