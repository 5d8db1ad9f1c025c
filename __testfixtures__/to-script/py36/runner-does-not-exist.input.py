import asyncio


async def main(number):
    await asyncio.sleep(0)
    return number


with asyncio.Runner() as runner:
    print(runner.run(main(1)))  # LS306
    print(runner.run(main(2)))  # LS306
