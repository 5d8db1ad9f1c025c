# What the source means, where no loop is running: its other arm is a SyntaxError in a script.
import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


name = asyncio.run(main())
print(name)
