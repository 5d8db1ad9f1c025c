import asyncio


async def main():
    return 1


print(await main())
exec("print(asyncio.iscoroutinefunction(main))")
