# lambda, class body, __init__
import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


later = lambda: asyncio.run(main())


class Box:
    value = asyncio.run(main())

    def __init__(self):
        self.own = asyncio.run(main())


print(later(), Box.value, Box().own)
