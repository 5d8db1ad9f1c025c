import asyncio


async def double(n):
    return 2 * n


loop = asyncio.new_event_loop()
load = lambda n: loop.run_until_complete(asyncio.gather(double(n)))  # LS306
print(load(1))


class Settings:
    first = 2
    second = loop.run_until_complete(asyncio.gather(double(first)))  # LS306


print(Settings.second)
loop.close()
