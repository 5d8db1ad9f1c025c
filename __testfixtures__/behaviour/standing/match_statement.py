import asyncio


async def event(n):
    await asyncio.sleep(0)
    return [("key", "q"), ("click", 3, 4), "resize"][n]


def handle(e):
    match e:
        case ("key", k):
            return f"key {k}"
        case ("click", x, y) if x < y:
            return f"click at {x},{y}"
        case _:
            return "other"


for n in range(3):
    match asyncio.run(event(n)):
        case str() as s:
            print("text", s)
        case other:
            print(handle(other))
