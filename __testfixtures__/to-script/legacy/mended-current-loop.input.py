import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")


def cli():
    try:
        loop = asyncio.get_event_loop()
    except RuntimeError:
        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
    loop.run_until_complete(main())


if __name__ == "__main__":
    cli()
