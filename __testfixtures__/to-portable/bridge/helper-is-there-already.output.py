import asyncio
import concurrent.futures


def wait_for(coroutine):
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coroutine)
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()


async def main(name="main"):
    await asyncio.sleep(0)
    return name


print(wait_for(main("one")))
print(wait_for(main("two")))
