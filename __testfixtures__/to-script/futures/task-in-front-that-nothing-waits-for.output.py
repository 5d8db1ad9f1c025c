import asyncio
async def beat():
    for i in range(3):
        await asyncio.sleep(0)
        print('beat', i)
async def main():
    await asyncio.sleep(0.01)
    print('main')


async def _main():
    asyncio.ensure_future(beat())
    await main()


if __name__ == "__main__":
    asyncio.run(_main())
