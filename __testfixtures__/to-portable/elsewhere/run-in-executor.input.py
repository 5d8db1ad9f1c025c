import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def work():
    return asyncio.run(get(1))  # LS213


async def main():
    loop = asyncio.get_running_loop()
    first = await loop.run_in_executor(None, work)
    second = await asyncio.to_thread(lambda: asyncio.run(get(2)))  # LS213
    third = await asyncio.to_thread(asyncio.run, get(3))  # LS213
    return first, second, third
