# %%
import asyncio

# %%
jobs = asyncio.Queue()

# %% [markdown]
# A class, with what it needs.

# %%
# @title Worker

import collections.abc
import asyncio

class Worker:
    async def run(self, source: collections.abc.Callable):
        return await source()

# %%
class Base:
    unit = "ms"


class Timed(Base):
    def show(self, value):
        return f"{value} {self.unit}"


async def main():
    await jobs.put("first")
    size = jobs.qsize()

    print(await Worker().run(jobs.get))

    await asyncio.sleep(0)
    print(Timed().show(5))


if __name__ == "__main__":
    asyncio.run(main())
