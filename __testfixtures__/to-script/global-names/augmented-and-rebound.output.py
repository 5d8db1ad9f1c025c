import asyncio


async def main():
    total = 0
    label = None
    lock = asyncio.Lock()
    async with lock:
        total += 1
    for i in range(3):
        total = total + i
    label = "sum"
    print(label, total)


if __name__ == "__main__":
    asyncio.run(main())
