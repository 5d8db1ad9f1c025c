import asyncio


def start_server(loop):
    loop.call_later(0.01, print, "serving")


async def main():
    start_server(asyncio.get_running_loop())
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
