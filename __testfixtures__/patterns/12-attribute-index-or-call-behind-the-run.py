# attribute, index or call behind the run
import asyncio


async def main():
    await asyncio.sleep(0)
    return [int, 1]


print(asyncio.run(main()).index(1), asyncio.run(main())[1], asyncio.run(main())[0](), asyncio.run(main()).pop().real)
