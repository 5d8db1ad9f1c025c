import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


loop = asyncio.new_event_loop()
f = lambda n: loop.run_until_complete(get(n))  # LS201
print(f(1))
