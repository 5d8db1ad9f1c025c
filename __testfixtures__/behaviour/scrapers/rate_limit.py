"""Token bucket, tried out."""
from asyncio import run, sleep, gather


class Bucket:
    def __init__(self, size):
        self.size = size
        self.tokens = size
        self.waits = 0

    async def take(self):
        while self.tokens == 0:
            self.waits += 1
            await sleep(0.002)
            self.tokens = self.size
        self.tokens -= 1


async def hit(bucket, n):
    await bucket.take()
    return n * n


async def all_hits():
    bucket = Bucket(3)
    squares = await gather(*(hit(bucket, n) for n in range(7)))
    return squares, bucket.waits > 0


squares, waited = run(all_hits())
print(squares)
print(f"had to wait: {waited}")
