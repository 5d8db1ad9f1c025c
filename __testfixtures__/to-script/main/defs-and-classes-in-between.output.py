import asyncio
import json


# Twice of anything.
def double(x):
    """Double it."""
    return x * 2


class Box:
    """Holds a value."""

    size = 3

    def __init__(self, value):
        self.value = value


async def pack(value):
    async with lock:
        return json.dumps({"value": Box(value).value})


async def main():
    global lock
    lock = asyncio.Lock()

    # The first value
    async with lock:
        value = 1

    print(double(value))

    print(await pack(double(value)))
    print(Box.size)


if __name__ == "__main__":
    asyncio.run(main())
