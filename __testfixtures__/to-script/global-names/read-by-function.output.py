import asyncio


def debug():
    return config["debug"]


async def main():
    global config
    lock = asyncio.Lock()
    async with lock:
        config = {"debug": True}

    print(debug())


if __name__ == "__main__":
    asyncio.run(main())
