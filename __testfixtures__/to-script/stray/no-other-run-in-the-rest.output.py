import asyncio


async def work(n=0):
    return n


def numbers():
    with open(asyncio.run(work(1))) as file:
        found = [x async for x in source(asyncio.run(work(2)))]  # LS705
    return found, file


def apart():
    async def later():
        return await work(4)

    print(asyncio.run(work(3)))

    async def main():
        async with connect() as connection:
            return await connection.get(later)

    return asyncio.run(main())
