import asyncio


async def main():
    await asyncio.sleep(0)
    return 42


if True:
    print(asyncio.run(main()))
print('done')
