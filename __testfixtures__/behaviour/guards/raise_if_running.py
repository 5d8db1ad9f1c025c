import asyncio


async def fetch():
    await asyncio.sleep(0)
    return "fetched"


def fetch_blocking():
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        pass
    else:
        raise RuntimeError("use `await fetch()` inside async code")
    return asyncio.run(fetch())


print(fetch_blocking())
