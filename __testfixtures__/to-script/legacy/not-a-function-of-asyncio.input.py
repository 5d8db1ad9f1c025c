import asyncio


async def main():
    return 1


print(asyncio.run_until_complete(main()))  # LS319
