import asyncio
from asyncio import sleep


async def main(names):
    for name in names:
        await sleep(0)
        print(name)


asyncio.run(main(["a", "b"]))
