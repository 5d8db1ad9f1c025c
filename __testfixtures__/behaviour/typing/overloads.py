from __future__ import annotations

import asyncio
from typing import Awaitable, Callable, Generic, TypeVar

T = TypeVar("T")


class Lazy(Generic[T]):
    def __init__(self, make: Callable[[], Awaitable[T]]) -> None:
        self._make = make

    async def get(self) -> T:
        return await self._make()

    def get_sync(self) -> T:
        return asyncio.run(self.get())


async def number() -> int:
    await asyncio.sleep(0)
    return 7


lazy: Lazy[int] = Lazy(number)
value: int = lazy.get_sync()
print(value)
