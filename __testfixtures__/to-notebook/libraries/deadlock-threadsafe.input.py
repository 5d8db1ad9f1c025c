import asyncio


async def double(x):
    await asyncio.sleep(0)
    return 2 * x


loop = asyncio.get_event_loop()
print(asyncio.run_coroutine_threadsafe(double(21), loop).result())
print(
    asyncio.run_coroutine_threadsafe(
        double(4),
        asyncio.get_running_loop(),
    ).result()
)
print(asyncio.run_coroutine_threadsafe(double(21), loop).result(1))  # LS207
future = asyncio.run_coroutine_threadsafe(double(5), loop)
print(future.result())  # LS806
