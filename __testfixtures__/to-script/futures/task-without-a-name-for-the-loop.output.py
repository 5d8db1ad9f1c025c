import asyncio
async def bg():
    await asyncio.sleep(0)
    print('bg')
async def main():
    await asyncio.sleep(0.01)
    print('main')


async def _main():
    asyncio.get_running_loop().create_task(bg())
    await main()


if __name__ == "__main__":
    asyncio.run(_main())
