import asyncio


async def main():
    await asyncio.sleep(0)
    raise KeyboardInterrupt


try:
    asyncio.run(main())  # LS345
except KeyboardInterrupt:
    print("interrupted")
