import asyncio


async def main():
    print("looking for trouble")
    await asyncio.sleep(0)
    raise SystemExit("nothing found")


asyncio.run(main())
