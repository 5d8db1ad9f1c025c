import asyncio

seen = []


async def background():
    for number in range(3):
        seen.append(number)
        await asyncio.sleep(0)


async def pause(turns):
    for _ in range(turns):
        await asyncio.sleep(0)


loop = asyncio.new_event_loop()
task = loop.create_task(background())
loop.run_until_complete(pause(1))
print(len(seen) < 3)
loop.run_until_complete(pause(5))
print(seen)
loop.close()
