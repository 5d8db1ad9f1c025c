"""A RuntimeError of the coroutine itself comes once, and with no context of the driving."""
import asyncio

tries = []


async def broken():
    tries.append(1)
    await asyncio.sleep(0)
    raise RuntimeError("mine")


def drive():
    return asyncio.run(broken())


for run in range(2):
    try:
        drive()
    except RuntimeError as error:
        print(repr(error), error.__context__, error.__cause__, len(tries))
try:
    asyncio.run(broken())
except RuntimeError as error:
    print(repr(error), error.__context__, len(tries))
