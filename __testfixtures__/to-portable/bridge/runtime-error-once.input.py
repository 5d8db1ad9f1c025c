import asyncio

calls = []


async def main():
    calls.append("main")
    raise RuntimeError("mine")


try:
    asyncio.run(main())
except RuntimeError as error:
    print(error, calls, error.__context__)
