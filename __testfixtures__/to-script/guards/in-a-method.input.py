import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


class Client:
    def get(self, name):
        loop = asyncio.get_event_loop()
        if loop.is_running():
            return asyncio.run_coroutine_threadsafe(main(name), loop).result()
        return asyncio.run(main(name))


client = Client()
print(client.get("method"))
