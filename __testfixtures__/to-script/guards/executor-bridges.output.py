import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    return name


print(asyncio.run(main("a")))

# one thread is enough
name = asyncio.run(main("b"))
print(name)

print(asyncio.run(main("c")))

print(asyncio.run(main("d")))
