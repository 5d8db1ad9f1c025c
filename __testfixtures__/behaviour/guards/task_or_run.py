import asyncio


async def main(urls):
    await asyncio.sleep(0)
    return [u.upper() for u in urls]


urls = ["a", "b"]
try:
    loop = asyncio.get_running_loop()
except RuntimeError:
    loop = None

if loop and loop.is_running():
    task = loop.create_task(main(urls))
    task.add_done_callback(lambda t: print("result:", t.result()))
else:
    result = asyncio.run(main(urls))
    print("result:", result)
