import asyncio


async def tick():
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.create_task(tick())
loop.call_later(0.01, loop.stop)
loop.run_forever()  # LS312
print("stopped")
loop.close()
