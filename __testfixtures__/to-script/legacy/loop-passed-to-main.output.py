import asyncio


async def main(loop, name):
    return await loop.run_in_executor(None, name.upper)


async def _main():
    return await main(asyncio.get_running_loop(), "a")


print(asyncio.run(_main()))
