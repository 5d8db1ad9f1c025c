import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
tasks = [loop.create_task(main(i)) for i in range(3)]
print(loop.run_until_complete(asyncio.gather(*tasks)))
loop.close()
