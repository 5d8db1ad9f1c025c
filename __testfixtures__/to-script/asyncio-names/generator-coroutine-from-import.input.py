from asyncio import coroutine, get_event_loop, sleep


@coroutine
def main(names):
    for name in names:
        yield from sleep(0)
        print(name)


get_event_loop().run_until_complete(main(["a", "b"]))
