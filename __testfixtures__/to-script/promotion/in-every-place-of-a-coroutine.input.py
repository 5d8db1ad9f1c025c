import asyncio


async def get(number):
    await asyncio.sleep(0)
    return number


def load(number, scale=1):
    return asyncio.run(get(number)) * scale


async def main():
    numbers = [load(number) for number in range(3)]
    if load(1) and not load(0):
        print(f"{load(2, scale=10)} of {numbers}")
    return load(load(3))


print(asyncio.run(main()))
print(load(5))
