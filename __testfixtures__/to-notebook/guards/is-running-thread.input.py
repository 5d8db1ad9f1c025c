import asyncio
import concurrent.futures


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


loop = asyncio.get_event_loop()
if loop.is_running():
    with concurrent.futures.ThreadPoolExecutor() as executor:
        future = executor.submit(asyncio.run, main())
        name = future.result()
else:
    name = asyncio.run(main())
print(name)
