import asyncio
from concurrent.futures import TimeoutError


async def double(x):
    await asyncio.sleep(0)
    return 2 * x


loop = asyncio.get_event_loop()
try:
    print(asyncio.run_coroutine_threadsafe(double(21), loop).result(0.1))  # LS806
except TimeoutError:
    print("nobody runs that loop")


async def main():
    loop = asyncio.get_running_loop()
    return await double(3)


print(asyncio.run(main()))
