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
loop = asyncio.new_event_loop()
loop.call_soon(print, "soon")
print(loop.run_until_complete(main(1)))
loop.close()

loop2 = asyncio.new_event_loop()
task = loop2.create_task(tick())
print(
    loop2.run_until_complete(
        main(2),
    )
)
loop2.run_until_complete(task)
loop2.close()

# Nobody can tell who is first where either begins by waiting.
loop3 = asyncio.new_event_loop()
loop3.call_soon(print, "soon")
loop3.run_until_complete(patient())
loop3.close()

loop4 = asyncio.new_event_loop()
waiting = loop4.create_task(heartbeat())
loop4.run_until_complete(main(4))
waiting.cancel()
loop4.close()
