# import aliases
import asyncio as aio
from asyncio import run


async def main():
    await aio.sleep(0)
    print("done")
    return 1


aio.run(main())
run(main())
