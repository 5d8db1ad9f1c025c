import asyncio


async def main():
    await asyncio.sleep(0)
    return 42


task = asyncio.create_task(main())
exec('x = 1')
print(await task)  # LS701
