import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


try:
    loop = asyncio.get_running_loop()
except RuntimeError:
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    name = loop.run_until_complete(main())
    loop.close()
else:
    name = asyncio.run_coroutine_threadsafe(main(), loop).result()
print(name)
