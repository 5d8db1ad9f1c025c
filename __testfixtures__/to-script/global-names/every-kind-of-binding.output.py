import asyncio


def bump():
    global counter
    counter += 1
    return counter


def everything():
    return item, first, rest, message, source.closed, size, last, nothing


async def main():
    global nothing, item, first, rest, message, source, size, last, counter
    async with asyncio.Lock() as nothing:
        pass
    for item in [1, 2]:
        pass
    first, *rest = [1, 2, 3]
    try:
        1 / 0
    except ZeroDivisionError as error:
        message = str(error)
    with open(__file__) as source:
        pass
    if (size := len(rest)) > 1:
        last = [size := i for i in range(3)]
    counter = 0
    gone = 1
    del gone

    bump()
    print(counter, everything(), "gone" in dir(bump))


if __name__ == "__main__":
    asyncio.run(main())
