# a sync helper that runs, called at module level
import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


def go():
    return asyncio.run(main())


print(go())
