import asyncio

import nest_asyncio

nest_asyncio.apply()


async def get(number):
    await asyncio.sleep(0)
    return number


def helper(number):
    return asyncio.get_event_loop().run_until_complete(get(number))


async def main():
    return helper(1) + helper(2)


print(asyncio.run(main()))
