import asyncio
from typing import Protocol


class Source(Protocol):
    async def read(self) -> bytes: ...


class Memory:
    def __init__(self, data: bytes) -> None:
        self.data = data

    async def read(self) -> bytes:
        await asyncio.sleep(0)
        return self.data


def size(source: Source) -> int:
    data: bytes = asyncio.run(source.read())
    return len(data)


sizes: "list[int]" = [size(Memory(b"x" * n)) for n in (1, 10)]
print(sizes)
