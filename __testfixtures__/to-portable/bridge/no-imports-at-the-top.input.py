print("begin")


async def main():
    return 1


import asyncio

print(asyncio.run(main()))
