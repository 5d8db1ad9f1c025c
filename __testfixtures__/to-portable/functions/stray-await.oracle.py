# What the source means: its `await` in a sync def is a SyntaxError.
import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


def go():
    return asyncio.run(main("sync"))


print(go())
