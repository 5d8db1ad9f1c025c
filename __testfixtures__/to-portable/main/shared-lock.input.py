import asyncio

lock = asyncio.Lock()


async def work(n):
    async with lock:
        await asyncio.sleep(0)
        return n * 2


first = await work(1)
async with lock:
    print("held")
second = await work(first)
print(second)
