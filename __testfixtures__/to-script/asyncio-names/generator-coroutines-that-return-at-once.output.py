import asyncio


async def cached(key):
    return {"a": 1}.get(key)


async def main():
    try:
        value = await asyncio.wait_for(cached("a"), timeout=1)
    finally:
        await asyncio.sleep(0)
    print(value)
    task = asyncio.ensure_future(cached("b"))
    await asyncio.wait([task])
    print(task.result())


asyncio.run(main())
