import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    return name


print(await main("a"))

# one thread is enough
name = await main("b")
print(name)

print(await main("c"))

print(await main("d"))
