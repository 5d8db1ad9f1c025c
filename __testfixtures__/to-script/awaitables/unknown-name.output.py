import asyncio


class Promise:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "kept"


def promise():
    return Promise()


async def main():
    print(await promise())
    later = promise()
    print(await later)


if __name__ == "__main__":
    asyncio.run(main())
