import asyncio


async def main():
    raise KeyboardInterrupt


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main())
except KeyboardInterrupt:
    print("interrupted")
finally:
    print("closing")
    loop.close()
