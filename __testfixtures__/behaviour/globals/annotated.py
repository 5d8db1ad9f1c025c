import asyncio
from typing import Dict, List, Optional

cache: Dict[str, int] = {}
current: Optional[str] = None


async def measure(word: str) -> int:
    await asyncio.sleep(0)
    cache[word] = len(word)
    return cache[word]


def describe() -> str:
    return f"{current} {sizes} {cache}"


sem: asyncio.Semaphore = asyncio.Semaphore(1)
sizes: List[int] = []
for current in ["one", "three"]:
    async with sem:
        size: int = await measure(current)
    sizes.append(size)
print(describe())
