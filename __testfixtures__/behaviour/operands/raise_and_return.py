import asyncio


async def make(kind, *args):
    await asyncio.sleep(0)
    return kind(*args)


def broken():
    raise asyncio.run(make(KeyError, "k"))


def nothing():
    return


def early(n):
    if n:
        return asyncio.run(make(str, n))
    return None


try:
    broken()
except KeyError as e:
    print("KeyError", e)
print(nothing(), early(0), early(5))
try:
    raise asyncio.run(make(ValueError, 1)) from asyncio.run(make(OSError, 2))
except ValueError as e:
    print(repr(e), repr(e.__cause__))
