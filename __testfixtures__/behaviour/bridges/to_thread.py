import asyncio
import time


def blocking(n):
    time.sleep(0.001)
    return -n


async def main():
    values = await asyncio.gather(*(asyncio.to_thread(blocking, n) for n in range(3)))
    return values


values = asyncio.run(main())
print(values)
