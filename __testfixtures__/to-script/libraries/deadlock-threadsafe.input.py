import asyncio


async def double(x):
    await asyncio.sleep(0)
    return 2 * x


loop = asyncio.get_event_loop()
print(asyncio.run_coroutine_threadsafe(double(21), loop).result(1))  # LS806


async def main():
    loop = asyncio.get_running_loop()
    return asyncio.run_coroutine_threadsafe(double(3), loop).result()


print(asyncio.run(main()))
