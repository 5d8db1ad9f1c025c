import asyncio
from dataclasses import dataclass, field
@dataclass
class Item:
    n: int
    async def price(self) -> int:
        await asyncio.sleep(0); return self.n * 10
    @classmethod
    def make(cls, n): return cls(n)
    def total(self) -> int: return asyncio.run(self.price())
    def __lt__(self, o): return self.total() < o.total()
    def __eq__(self, o): return self.total() == o.total()
print(sorted([Item(3), Item(1)]), Item.make(2).total(), Item(1) == Item(1))
