import asyncio


@asyncio.coroutine
def cached(key):
    return {"a": 1}.get(key)


@asyncio.coroutine
def main():
    try:
        value = yield from asyncio.wait_for(cached("a"), timeout=1)
    finally:
        yield from asyncio.sleep(0)
    print(value)
    task = asyncio.ensure_future(cached("b"))
    yield from asyncio.wait([task])
    print(task.result())


asyncio.get_event_loop().run_until_complete(main())
