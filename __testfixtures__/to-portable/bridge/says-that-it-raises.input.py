import asyncio


class Empty(Exception):
    pass


def pick(rows):
    try:
        return rows[0]
    except IndexError:
        raise Empty("nothing came") from None


async def fetch(n):
    await asyncio.sleep(0)
    return list(range(n))


async def main():
    print("first", pick(await fetch(2)))
    print("second", pick(await fetch(0)))


if __name__ == "__main__":
    # the program ends with Empty, and a task would not tell
    asyncio.run(main())
