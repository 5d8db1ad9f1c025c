import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def f(n):
    return asyncio.run(get(n), debug=True)  # LS207


print(asyncio.run(get(1), debug=True), f(2))  # LS207
