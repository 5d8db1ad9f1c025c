import asyncio

queue = asyncio.Queue()


async def main():
    await queue.put(1)
    globals()["value"] = await queue.get()
    print(value)


if __name__ == "__main__":
    asyncio.run(main())
