import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def f(n):
    return asyncio.run(get(n))  # LS425


def g(n):
    return f(n) + asyncio.run(get(n), debug=True)  # LS207


print(g(1))
