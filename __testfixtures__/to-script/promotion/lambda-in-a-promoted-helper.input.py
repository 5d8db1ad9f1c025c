import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def helper(n):
    values = sorted([2, 1], key=lambda m: asyncio.run(get(m)))  # LS425
    return values, asyncio.run(get(n))  # LS301


async def main():
    return helper(1)


print(main.__name__, helper(2))
