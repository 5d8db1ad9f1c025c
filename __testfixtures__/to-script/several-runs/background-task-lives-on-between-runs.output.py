import asyncio

seen = []


async def background():
    for number in range(3):
        seen.append(number)
        await asyncio.sleep(0)


async def pause(turns):
    for _ in range(turns):
        await asyncio.sleep(0)


with asyncio.Runner() as runner:
    loop = runner.get_loop()
    task = loop.create_task(background())
    runner.run(pause(1))
    print(len(seen) < 3)
    runner.run(pause(5))
    print(seen)
