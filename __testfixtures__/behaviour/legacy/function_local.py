import asyncio


async def fetch(n):
    await asyncio.sleep(0)
    return n + 0.5


def fetch_sync(n):
    loop = asyncio.new_event_loop()
    try:
        asyncio.set_event_loop(loop)
        return loop.run_until_complete(fetch(n))
    finally:
        loop.close()


if __name__ == "__main__":
    print(fetch_sync(1))
    print(sum(fetch_sync(n) for n in (1, 2, 3)))
