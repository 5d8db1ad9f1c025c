import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


def run_sync():
    return "mine"


print(run_sync(), asyncio.run(main()))
