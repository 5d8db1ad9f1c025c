import asyncio

async with asyncio.Lock():
    data = {"kind": "pair", "items": [1, 2]}
match data:
    case {"kind": kind, "items": [a, b]}:
        print(kind, a, b)
    case _:
        print("other")


def kinds():
    return kind


print(kinds())
