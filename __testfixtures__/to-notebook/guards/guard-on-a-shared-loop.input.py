import asyncio


async def main(n):
    await asyncio.sleep(0)
    print(n)


loop = asyncio.get_event_loop()
if loop.is_running():
    task = loop.create_task(main(1))
else:
    loop.run_until_complete(main(1))
loop.run_until_complete(main(2))
