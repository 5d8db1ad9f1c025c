import asyncio


async def main():
    await asyncio.sleep(0)
    raise ValueError("no")


try:
    asyncio.run(main())
except ValueError as error:
    print("caught", error, error.__context__)
