import asyncio


async def main(n):
    await asyncio.sleep(0)
    return n


def go():
    return asyncio.run(main(2))


print(asyncio.run(main(1)))
print(go())
asyncio.run(main(3))
