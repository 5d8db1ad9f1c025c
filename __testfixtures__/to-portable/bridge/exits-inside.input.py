import asyncio
import atexit


async def main():
    await asyncio.sleep(0)
    print("main")


atexit.register(print, "goodbye")
asyncio.run(main())
