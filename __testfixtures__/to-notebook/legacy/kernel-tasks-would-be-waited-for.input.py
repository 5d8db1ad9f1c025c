import asyncio

seen = []


async def background():
    await asyncio.sleep(0)
    seen.append("background")


async def main():
    asyncio.get_running_loop().create_task(background())


loop = asyncio.new_event_loop()
loop.run_until_complete(main())  # LS311
pending = asyncio.all_tasks(loop)
loop.run_until_complete(asyncio.gather(*pending))  # LS311
loop.close()
print(seen)
