# D35 `run_until_complete` on the running loop
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


def drive():
    try:
        loop = asyncio.get_running_loop()
        return loop.run_until_complete(main())
    except RuntimeError:
        return asyncio.run(main())


print(drive())
