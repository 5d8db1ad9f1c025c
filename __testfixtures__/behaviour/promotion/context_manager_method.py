import asyncio


class Timer:
    async def _tick(self):
        await asyncio.sleep(0)
        return 1

    def __enter__(self):
        self.ticks = asyncio.run(self._tick())
        return self

    def __exit__(self, *exc):
        self.ticks += asyncio.run(self._tick())
        return False

    def __len__(self):
        return self.ticks


with Timer() as timer:
    print("inside", timer.ticks)
print("after", len(timer))
