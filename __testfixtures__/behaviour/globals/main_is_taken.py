import asyncio


async def main(n):
    await asyncio.sleep(0)
    return n


def run_main():
    return "main is " + main.__name__


task = asyncio.ensure_future(main(1))
print(await task, await main(2))
print(run_main())
