import asyncio


async def work(n=0):
    await asyncio.sleep(0)
    return n


for item in [1]:
    def helper():
        return asyncio.get_event_loop().run_until_complete(work(item))  # LS705
    first: int = asyncio.get_event_loop().run_until_complete(work(0) or work(1))  # LS301
    print(first, helper())
