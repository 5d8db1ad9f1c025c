import asyncio


def report(future):
    print("callback:", future.result())


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(report)
    loop.call_soon(future.set_result, 42)
    value = await future
    await asyncio.sleep(0)
    return value


print(asyncio.run(main()))
