# in an f-string, a call, a comprehension
import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


print(f"{asyncio.run(main())}", [asyncio.run(main()) for _ in range(2)])
