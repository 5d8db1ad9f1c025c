import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def main():
    print(asyncio.run(get(1)))  # LS426
