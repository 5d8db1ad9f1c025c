# G3 a loop runs: nest_asyncio and `run_until_complete`, else `asyncio.run`
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


def drive():
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(main())
    import nest_asyncio

    nest_asyncio.apply()
    return loop.run_until_complete(main())


print(drive())
