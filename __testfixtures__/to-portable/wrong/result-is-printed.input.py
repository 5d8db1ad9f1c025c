import asyncio


async def main(urls):
    await asyncio.sleep(0)
    return [len(url) for url in urls]


urls = ["a.example", "bb.example"]
try:  # LS606
    loop = asyncio.get_running_loop()
    task = loop.create_task(main(urls))
    task.add_done_callback(lambda t: print(f"Result: {t.result()}"))
except RuntimeError:
    result = asyncio.run(main(urls))
    print(f"Result: {result}")
