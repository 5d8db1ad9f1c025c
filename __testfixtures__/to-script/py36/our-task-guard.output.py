import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


if __name__ == "__main__":
    asyncio.get_event_loop().run_until_complete(main())
