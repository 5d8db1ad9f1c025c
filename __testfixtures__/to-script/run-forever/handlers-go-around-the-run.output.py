import asyncio
import signal


async def tick():
    while True:
        await asyncio.sleep(1)
        print("tick")


async def setup():
    await asyncio.sleep(0)
    print("ready")


async def main():
    task = asyncio.create_task(tick())
    await setup()
    # serve
    await asyncio.Event().wait()


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except KeyboardInterrupt:
        # asked to
        print("bye")
