import asyncio


async def work(name):
    await asyncio.sleep(0)
    return name.upper()


print(await work("a"))

print("between")

print(await work("b"))
print(await work("c"))
