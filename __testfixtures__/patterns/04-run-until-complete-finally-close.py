# run_until_complete, finally close
import asyncio


async def main():
    await asyncio.sleep(0)
    print("done")
    return 1


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()
