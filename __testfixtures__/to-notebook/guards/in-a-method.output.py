import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


class Client:
    async def get(self, name):
        return await main(name)


client = Client()
print(await client.get("method"))
