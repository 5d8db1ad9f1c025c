import asyncio
import contextlib


class Refused(ValueError):
    pass


class Source:
    async def read(self):
        raise NotImplementedError


class Numbers(Source):
    async def read(self, n):
        await asyncio.sleep(0)
        if n % 2:
            raise Refused(n)
        return n


async def attempt(n):
    try:
        return await Numbers().read(n)
    except ValueError as error:
        print("refused", error)
        return None


async def strict(n):
    try:
        return await Numbers().read(n)
    except Refused:
        print("again")
        raise


async def main():
    print([await attempt(n) for n in range(3)])
    with contextlib.suppress(Refused):
        await strict(5)
    print(await asyncio.gather(strict(1), strict(2), return_exceptions=True))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1)
    except TimeoutError:
        print("late")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        raise


asyncio.run(main())
