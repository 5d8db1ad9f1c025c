import asyncio


async def main():
    await asyncio.sleep(0)
    return 42


later = lambda: asyncio.run(main())  # LS201
print([asyncio.run(main())])
