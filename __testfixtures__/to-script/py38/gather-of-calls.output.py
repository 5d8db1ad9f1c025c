import asyncio


async def work(number):
    await asyncio.sleep(0.001 * number)
    return number


async def main():
    return await asyncio.gather(*[work(number) for number in range(3)], return_exceptions=True)


results = asyncio.run(main())
print(results)
