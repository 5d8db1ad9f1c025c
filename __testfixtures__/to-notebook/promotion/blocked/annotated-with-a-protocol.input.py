import asyncio
from typing import Protocol


async def get(n):
    await asyncio.sleep(0)
    return n


class Fetcher(Protocol):
    def fetch(self, n: int) -> int: ...


class Web:
    def fetch(self, n):
        return asyncio.run(get(n))  # LS411


def use(fetcher: Fetcher):
    return fetcher.fetch(1)


print(use(Web()))
