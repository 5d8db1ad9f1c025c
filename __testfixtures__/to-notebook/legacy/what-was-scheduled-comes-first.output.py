import asyncio


async def tick():
    print("tick")
    await asyncio.sleep(0)
    print("tock")


async def heartbeat():
    while True:
        await asyncio.sleep(60)
        print("alive")


async def main(n):
    print("main", n)
    await asyncio.sleep(0)
    return n


async def patient():
    await asyncio.sleep(0.01)
    print("patient")


# A run puts its coroutine behind what waits on the loop; an await would begin with it.
loop = asyncio.get_running_loop()
loop.call_soon(print, "soon")
print(await asyncio.create_task(main(1)))

loop2 = asyncio.get_running_loop()
task = loop2.create_task(tick())
print(
    await asyncio.create_task(
        main(2)
    )
)
await task

# Nobody can tell who is first where either begins by waiting.
loop3 = asyncio.get_running_loop()
loop3.call_soon(print, "soon")
await patient()

loop4 = asyncio.get_running_loop()
waiting = loop4.create_task(heartbeat())
await main(4)
waiting.cancel()
