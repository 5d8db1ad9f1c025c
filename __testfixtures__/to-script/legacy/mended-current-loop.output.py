import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")


def cli():
    asyncio.run(main())


if __name__ == "__main__":
    cli()
