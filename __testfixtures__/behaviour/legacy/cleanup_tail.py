import asyncio


async def ticks(n):
    for i in range(n):
        yield i


async def main():
    total = 0
    async for i in ticks(5):
        total += i
    return total


loop = asyncio.new_event_loop()
try:
    print(loop.run_until_complete(main()))
finally:
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()
