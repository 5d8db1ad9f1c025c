import asyncio

seen = []


async def background(number):
    await asyncio.sleep(0.01)
    seen.append(number)


async def start():
    for number in range(3):
        asyncio.ensure_future(background(number))


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(start())
pending = asyncio.all_tasks(loop)
loop.run_until_complete(asyncio.gather(*pending))
print(sorted(seen))
loop.close()
