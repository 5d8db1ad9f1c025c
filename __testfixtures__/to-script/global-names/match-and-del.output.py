import asyncio


def kinds():
    return kind


async def main():
    global kind
    async with asyncio.Lock():
        data = {"kind": "pair", "items": [1, 2]}
    match data:
        case {"kind": kind, "items": [a, b]}:
            print(kind, a, b)
        case _:
            print("other")

    print(kinds())


if __name__ == "__main__":
    asyncio.run(main())
