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

    def get(self, name):
        if self._loop_is_running():
            return asyncio.get_running_loop().create_task(main(name))
        return asyncio.run(main(name))


print(Client().get("method"))
