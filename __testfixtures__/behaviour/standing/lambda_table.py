import asyncio


async def add(a, b):
    await asyncio.sleep(0)
    return a + b


operations = {
    "add": lambda a, b: asyncio.run(add(a, b)),
    "neg": lambda a: -a,
}
print(operations["add"](2, 3), operations["neg"](4))
