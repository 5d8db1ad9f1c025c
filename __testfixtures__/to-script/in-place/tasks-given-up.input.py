import asyncio


async def check():
    await asyncio.sleep(0)
    raise ValueError("no")


async def load():
    await asyncio.sleep(60)
    print("loaded")


async def both():
    try:
        await asyncio.gather(load(), check())  # LS703
    except ValueError as error:
        print(error)


print(await both())
