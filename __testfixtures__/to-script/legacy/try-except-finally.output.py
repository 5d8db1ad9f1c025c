import asyncio


async def main():
    raise KeyboardInterrupt


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
finally:
    print("closing")
