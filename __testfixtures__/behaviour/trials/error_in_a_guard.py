import asyncio
async def main():
    print("working")
    await asyncio.sleep(0)
    raise ValueError("boom")
if __name__ == "__main__":
    asyncio.run(main())
