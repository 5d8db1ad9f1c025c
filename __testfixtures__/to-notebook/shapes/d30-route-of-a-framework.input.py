import asyncio


class App:
    def get(self, path):
        return lambda handler: handler


app = App()


async def load(n):
    await asyncio.sleep(0)
    return n


@app.get("/")
async def route():
    return asyncio.run(load(1))


@app.get("/legacy")
async def legacy():
    return asyncio.get_event_loop().run_until_complete(load(2))


@app.get("/sync")
def sync():
    return asyncio.run(load(3))  # LS402


print(sync())
