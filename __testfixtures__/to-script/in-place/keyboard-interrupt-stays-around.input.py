import asyncio


async def main():
    await asyncio.sleep(0)
    print("done")


try:
    await main()
except KeyboardInterrupt:
    print("stopped")
finally:
    print("end")
