import asyncio


@asyncio.coroutine
def slow(n):
    yield from asyncio.sleep(0)
    return n


@asyncio.coroutine
def main():
    first = yield from slow(1)
    rest = yield from asyncio.gather(slow(2), slow(3))
    print(first, rest)


if __name__ == "__main__":
    loop = asyncio.get_event_loop()
    try:
        loop.run_until_complete(main())
    finally:
        loop.close()
