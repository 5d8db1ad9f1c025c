import asyncio


class Client:
    def __init__(self, name):
        self.name = name

    async def get(self):
        await asyncio.sleep(0)
        return self.name


async def ask(client):
    return await client.get()


names = ["first", "second"]


def show(text):
    print(text, names)


async def main():
    client = Client(names[0])

    task = asyncio.create_task(ask(client))
    show(await task)
    client = Client(names[1])
    show(await client.get())


if __name__ == "__main__":
    asyncio.run(main())
