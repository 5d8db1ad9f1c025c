import asyncio


async def main(loop, name):
    return await loop.run_in_executor(None, name.upper)


async def async_main():
    return await main(asyncio.get_running_loop(), "a")


print(asyncio.run(async_main()))
