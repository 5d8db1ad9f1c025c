import asyncio


def is_closed(loop):
    return loop.is_closed()


async def main():
    def callback():
        return asyncio.get_event_loop()

    print(is_closed(callback()))


asyncio.run(main())
