import asyncio


async def tick():
    print("serving")
    while True:
        await asyncio.sleep(1)


if __name__ == "__main__":
    loop = asyncio.get_event_loop()
    asyncio.ensure_future(tick())
    try:
        loop.run_forever()
    except (KeyboardInterrupt, SystemExit):
        print("bye")
