# G4 a loop runs: raise, else `asyncio.run`
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


def drive():
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(main())
    raise RuntimeError("use `await main()`")


print(drive())
