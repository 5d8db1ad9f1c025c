import asyncio


async def main():
    loop = asyncio.get_running_loop()
    return loop.get_debug()


print(asyncio.run(main(), debug=False))
print(asyncio.run(main(), debug=None))
