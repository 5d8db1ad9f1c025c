from asyncio import run, sleep


async def main():
    await sleep(0)
    print("hello")


run(main())
