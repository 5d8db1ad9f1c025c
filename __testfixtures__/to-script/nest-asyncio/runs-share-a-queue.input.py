import asyncio
import nest_asyncio

nest_asyncio.apply()  # LS655
queue = asyncio.Queue()


async def put():
    await queue.put(1)


async def get():
    print(await queue.get())


asyncio.run(put())
asyncio.run(get())
