import asyncio


async def beat():
    try:
        await asyncio.sleep(0.02)
        print("beat done")
    finally:
        print("beat ends")


async def first():
    done, pending = await asyncio.wait(
        [asyncio.ensure_future(asyncio.sleep(0, 1)), asyncio.ensure_future(beat())],
        return_when=asyncio.FIRST_COMPLETED,
    )
    return len(done), len(pending)


def run(coro):
    return asyncio.run(coro)  # LS352


print(run(first()))
