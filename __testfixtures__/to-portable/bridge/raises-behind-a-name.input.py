import asyncio
import functools


async def load(name):
    await asyncio.sleep(0)
    print("load", name)


async def check(name, limit):
    await asyncio.sleep(0)
    if len(name) > limit:
        raise ValueError(f"{name} is too long")


STEPS = {"load": load, "check": functools.partial(check, limit=3)}


async def main():
    for step in STEPS.values():
        await step("name")


asyncio.run(main())
