import asyncio


async def work(number):
    await asyncio.sleep(0.001 * number)
    return number


loop = asyncio.get_event_loop()
results = loop.run_until_complete(asyncio.gather(*[work(number) for number in range(3)], return_exceptions=True))
loop.close()
print(results)
