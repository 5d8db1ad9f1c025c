import asyncio


async def main():
    await asyncio.sleep(0)
    return 42


async def _main():
    task = asyncio.create_task(main())
    print(await task)


if __name__ == "__main__":
    asyncio.run(_main())
