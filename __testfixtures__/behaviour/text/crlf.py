import asyncio


async def lines():
    await asyncio.sleep(0)
    return ["a", "b"]


def show():
    for line in asyncio.run(lines()):
        print(line)


if __name__ == "__main__":
    show()
    text = """one
two"""
    print(len(text))
