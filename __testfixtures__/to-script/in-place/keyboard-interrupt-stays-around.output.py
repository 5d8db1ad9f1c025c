import asyncio


async def main():
    await asyncio.sleep(0)
    print("done")


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("stopped")
finally:
    print("end")
