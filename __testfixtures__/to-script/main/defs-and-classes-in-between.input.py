import asyncio

lock = asyncio.Lock()

# The first value
async with lock:
    value = 1


# Twice of anything.
def double(x):
    """Double it."""
    return x * 2


print(double(value))


class Box:
    """Holds a value."""

    size = 3

    def __init__(self, value):
        self.value = value


import json


async def pack(value):
    async with lock:
        return json.dumps({"value": Box(value).value})


print(await pack(double(value)))
print(Box.size)
