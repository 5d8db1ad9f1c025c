import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


class Client:
    def _loop_is_running(self):
        try:
            asyncio.get_running_loop()
            return True
        except RuntimeError:
            return False

    async def get(self, name):
        return await main(name)


print(await Client().get("method"))
