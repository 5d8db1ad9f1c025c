import asyncio


class Session:
    async def __aenter__(self):
        print("open")
        return self

    async def __aexit__(self, *exc):
        print("close")

    async def get(self, url):
        await asyncio.sleep(0)
        return len(url)


async with Session() as session:
    print(await session.get("a.example"))
print("done")
