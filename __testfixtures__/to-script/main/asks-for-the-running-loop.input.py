import asyncio


def block(number):
    return number * 2


async def double(number):
    loop = asyncio.get_event_loop()
    return await loop.run_in_executor(None, block, number)


loop = asyncio.get_event_loop()
futures = [loop.run_in_executor(None, block, number) for number in range(3)]
print(await asyncio.gather(*futures, double(5)))
