import asyncio
from asyncio import run


async def main():
    return await asyncio.get_running_loop().run_in_executor(None, int, "1")


print(run(main()))
