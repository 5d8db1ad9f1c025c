import asyncio


async def main(n):
    await asyncio.sleep(0)
    print(n)


loop = asyncio.get_running_loop()
await main(1)
await main(2)
