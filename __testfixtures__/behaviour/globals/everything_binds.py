import asyncio
import contextlib


async def give(x):
    await asyncio.sleep(0)
    return x


def show():
    print(total, first, rest, key, error_text, number, squares, opened, a, b)


event = asyncio.Event()
event.set()
await event.wait()
total = 0
total += await give(2)
first, *rest = await give([1, 2, 3])
for key, value in {"k": 1}.items():
    total += value
try:
    raise ValueError("bad")
except ValueError as error:
    error_text = str(await give(error))
if (number := await give(9)) > 5:
    squares = [n * n for n in range(3)]
with contextlib.nullcontext("resource") as opened:
    opened = await give(opened + "!")
a = b = await give(0)
del value
show()
