import asyncio


async def is_debugging():
    return asyncio.get_running_loop().get_debug()


print(asyncio.run(is_debugging(), debug=True))
