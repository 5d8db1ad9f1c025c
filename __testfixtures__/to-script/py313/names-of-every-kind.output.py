import asyncio

type Pair = tuple[int, int]


async def pair(number: int) -> Pair:
    await asyncio.sleep(0)
    return number, number + 1


def show():
    print(f"{left}-{right}, {rest}")


async def main():
    global left, right, rest
    match await pair(1):
        case left, right:
            rest = [value async for value in nowhere] if False else []
    show()
    async with asyncio.Lock() as nothing:
        right += 1
    show()
    print(nothing)


if __name__ == "__main__":
    asyncio.run(main())
