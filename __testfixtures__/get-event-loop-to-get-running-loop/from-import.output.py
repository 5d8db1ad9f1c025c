import asyncio
from asyncio import run


async def main():
    return asyncio.get_running_loop().time() > 0


print(run(main()))
