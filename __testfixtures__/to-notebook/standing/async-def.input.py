import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


async def main():
    """What asyncio.run() in a coroutine does: it fails."""
    values = [asyncio.run(get(n)) for n in range(2)]
    keep = lambda: asyncio.run(get(1))  # LS201
    return values, keep


print(len(asyncio.run(main())))
