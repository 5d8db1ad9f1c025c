import asyncio
async def main():
    await asyncio.sleep(0.01)
    print('main')


async def _main():
    asyncio.get_running_loop().call_soon(print, 'soon')
    asyncio.get_running_loop().call_later(0.001, print, 'later')
    await main()


if __name__ == "__main__":
    asyncio.run(_main())
