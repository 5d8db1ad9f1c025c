import asyncio
import time


async def ticker():
    n = 0
    while True:
        await asyncio.sleep(0.2)
        n += 1
        print("tick", n)


async def load(name):
    await asyncio.sleep(0)
    if name != "ok":
        raise FileNotFoundError(name)


async def main():
    task = asyncio.create_task(ticker())
    await load("missing")
    task.cancel()
    await task


try:
    asyncio.run(main())
except FileNotFoundError as error:
    print("no", error)
time.sleep(0.3)
print("end")
