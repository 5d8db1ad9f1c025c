import asyncio


async def get(number):
    await asyncio.sleep(0)
    return number


async def load(number, scale=1):
    return await get(number) * scale


async def main():
    numbers = [await load(number) for number in range(3)]
    if await load(1) and not await load(0):
        print(f"{await load(2, scale=10)} of {numbers}")
    return await load(await load(3))


print(asyncio.run(main()))
print(asyncio.run(load(5)))
