import asyncio


async def ticker():
    try:
        while True:
            await asyncio.sleep(0.01)
    finally:
        print("cancelled")


loop = asyncio.new_event_loop()
loop.create_task(ticker())
loop.call_later(0.05, loop.stop)
loop.run_forever()  # LS312
loop.close()
print("end")
