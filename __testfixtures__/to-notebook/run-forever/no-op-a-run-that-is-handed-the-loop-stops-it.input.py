import asyncio


async def main(it):
    it.call_soon(it.stop)
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main(loop))  # LS311
except RuntimeError as error:
    print(error)
