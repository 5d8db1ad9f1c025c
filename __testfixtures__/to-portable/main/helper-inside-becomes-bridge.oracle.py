# What the source means: awaited at the top, its helper cannot run a loop of its own.
import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


async def program():
    event = asyncio.Event()
    event.set()
    await event.wait()
    print(await main("helper"))


asyncio.run(program())
