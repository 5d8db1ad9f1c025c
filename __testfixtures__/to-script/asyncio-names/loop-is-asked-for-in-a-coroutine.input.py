import asyncio


async def main():
    loop = asyncio.get_event_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, 1)
    return await future


print(asyncio.run(main()))
