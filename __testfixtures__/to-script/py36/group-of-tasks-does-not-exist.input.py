import asyncio


async def work(number):
    await asyncio.sleep(0)
    print(number)


async def main():
    async with asyncio.TaskGroup() as group:  # LS316
        group.create_task(work(1))
        group.create_task(work(2))


loop = asyncio.get_event_loop()
loop.run_until_complete(main())
