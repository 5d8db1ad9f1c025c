import asyncio


async def work(n):
    print(n)


async def main():
    asyncio.create_task(work(1))  # fire and forget
    if True: asyncio.create_task(work(2))
    await asyncio.sleep(0.01)


asyncio.run(main())
