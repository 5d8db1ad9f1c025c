import asyncio


class Session:
    opened = 0

    async def __aenter__(self):
        Session.opened += 1
        print("open")
        return self

    async def __aexit__(self, *exc):
        Session.opened -= 1
        print("close", exc[0] and exc[0].__name__)

    async def get(self, key):
        await asyncio.sleep(0)
        if key is None:
            raise KeyError("none")
        return key * 2


async def fetch(*keys):
    async with Session() as session:
        return [await session.get(key) for key in keys]


def doubled(*keys):
    """Synchronous, for those who cannot await."""
    return asyncio.run(fetch(*keys))


print(doubled(1, 2))
try:
    doubled(None)
except KeyError as err:
    print("KeyError", err)
print(Session.opened)
