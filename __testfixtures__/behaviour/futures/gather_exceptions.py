import asyncio


async def maybe(n):
    await asyncio.sleep(0)
    if n == 2:
        raise RuntimeError("two!")
    return n


async def main():
    return await asyncio.gather(*(maybe(n) for n in range(4)), return_exceptions=True)


for r in asyncio.run(main()):
    print(repr(r))
