import asyncio


async def main(urls):
    await asyncio.sleep(0)
    return len(urls)

urls = ["http://one", "http://two"]

try:
    loop = asyncio.get_running_loop()
    task = loop.create_task(main(urls))
    task.add_done_callback(lambda t: print(t.result()))
except RuntimeError:
    result = asyncio.run(main(urls))
    print(result)
