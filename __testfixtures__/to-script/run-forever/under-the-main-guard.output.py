import asyncio


async def tick():
    print("serving")
    while True:
        await asyncio.sleep(1)


async def main():
    asyncio.ensure_future(tick())
    await asyncio.Event().wait()


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except (KeyboardInterrupt, SystemExit):
        print("bye")
