import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


result = await main()
print(result)
