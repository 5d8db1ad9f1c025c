import asyncio


async def greet(name):
    await asyncio.sleep(0)
    return f"hello {name}"


print(asyncio.run(greet("ada")))
