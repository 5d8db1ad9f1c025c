import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")


await main()
print("done")
