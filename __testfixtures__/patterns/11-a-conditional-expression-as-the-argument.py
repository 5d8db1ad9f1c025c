# a conditional expression as the argument
import asyncio


async def main(n):
    await asyncio.sleep(0)
    print(n)


choice = True
asyncio.run(main(1) if choice else main(2))
