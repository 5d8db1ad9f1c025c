import asyncio

from .aio import run_coro
from tools.aio import run_sync


async def main(n=1):
    await asyncio.sleep(0)
    return n


print(await main())
print(await main(2))
print(run_sync(main(), 3))  # LS208
print(run_sync(main))  # LS209
