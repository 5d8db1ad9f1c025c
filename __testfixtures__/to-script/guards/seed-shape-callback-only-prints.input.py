import asyncio

urls = ["a.example", "bb.example"]


async def main(urls):
    await asyncio.sleep(0)
    return [len(url) for url in urls]


try:
    loop = asyncio.get_running_loop()
    task = loop.create_task(main(urls))
    task.add_done_callback(lambda t: print(t.result()))
except RuntimeError:
    result = asyncio.run(main(urls))
