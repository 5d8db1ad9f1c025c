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


async def main():
    async with Session() as session:
        print(await session.get("a.example"))
    print("done")


if __name__ == "__main__":
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        loop = None
    if loop is None:
        asyncio.run(main())
    else:
        task = loop.create_task(main())
        task.add_done_callback(lambda task: task.result())
