import asyncio
import contextlib

client = "first"
print(client)


async def use(client):
    await asyncio.sleep(0)
    return client


print(await asyncio.ensure_future(use(client.upper())))
with contextlib.suppress(ValueError):
    client = "second"
    print(await use(client))
client = "third"
print(await use(client))
