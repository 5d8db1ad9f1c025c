import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


class Client:
    def get(self, name):
        return asyncio.run(main(name))


client = Client()
print(client.get("method"))
