import asyncio

async def get(x):
    await asyncio.sleep(0)
    return x

flag = True
a = asyncio.run(get(1)) if flag else asyncio.run(get(2))
b = asyncio.run(get(0)) or asyncio.run(get(5))
c = not asyncio.run(get(0))
d = asyncio.run(get(2)) ** asyncio.run(get(3))
e = -asyncio.run(get(2)) ** 2
f = asyncio.run(get({"k": [1, 2, 3]}))["k"][asyncio.run(get(1))]
g = asyncio.run(get("text")).upper().center(10, "*")
h = asyncio.run(get(print))("called", a, b, c, d, e, f, g) is None
print(h, *asyncio.run(get([1, 2])), sep="-")
print(f"{asyncio.run(get(3)):>5}|{asyncio.run(get('r'))!r}")
