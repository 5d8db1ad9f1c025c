import asyncio
import contextlib


async def use(client):
    await asyncio.sleep(0)
    return client


async def main():
    client = "first"
    print(client)

    print(await asyncio.ensure_future(use(client.upper())))
    with contextlib.suppress(ValueError):
        client = "second"
        print(await use(client))
    client = "third"
    print(await use(client))


if __name__ == "__main__":
    asyncio.run(main())
