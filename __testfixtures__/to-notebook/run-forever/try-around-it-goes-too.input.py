import asyncio


async def tick():
    while True:
        print("tick")
        await asyncio.sleep(30)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
task = loop.create_task(tick())
try:
    loop.run_forever()
except KeyboardInterrupt:
    pass
finally:
    loop.close()
