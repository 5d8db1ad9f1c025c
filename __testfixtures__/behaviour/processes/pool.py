import asyncio
from concurrent.futures import ProcessPoolExecutor


async def count(word):
    await asyncio.sleep(0)
    return len(word)


def in_process(word):
    return asyncio.run(count(word))


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as pool:
        print(list(pool.map(in_process, ["a", "bb", "ccc"])))
