import asyncio

count: int
limit: int


def show():
    return count


async def main():
    global count
    lock = asyncio.Lock()
    async with lock:
        count = 1
    plain: str = "local"

    limit = 2
    print(show(), plain, limit)


if __name__ == "__main__":
    asyncio.run(main())
