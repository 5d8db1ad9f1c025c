import asyncio


async def job(n):
    await asyncio.sleep(n / 20)
    return n


async def main():
    order = []
    for next_one in asyncio.as_completed([job(3), job(1), job(2)]):
        order.append(await next_one)
    return order


print(asyncio.run(main()))
