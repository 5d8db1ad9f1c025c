import asyncio


async def v(x):
    await asyncio.sleep(0)
    return x


def f(*args, **kw):
    return args, sorted(kw.items())


run = asyncio.run
print(f(*asyncio.run(v([1, 2])), **asyncio.run(v({"k": 3})), z=asyncio.run(v(0))))
d = {asyncio.run(v("key")): asyncio.run(v("value")), **asyncio.run(v({"more": 1}))}
d[asyncio.run(v("x"))] = asyncio.run(v([1, 2, 3]))[asyncio.run(v(0)):asyncio.run(v(2))]
print(d)
first, *others = asyncio.run(v((1, 2, 3)))
print(first, others, 2 in asyncio.run(v([2])), 1 if asyncio.run(v(None)) is None else 0)
assert asyncio.run(v(True)), asyncio.run(v("message"))
print(1 < asyncio.run(v(2)) < 3, ~asyncio.run(v(5)), -asyncio.run(v(2)) ** 2, 2 ** -asyncio.run(v(1)))
print(asyncio.run(v("a-b")).split("-")[1], asyncio.run(v(lambda y: y + 1))(41), (asyncio.run(v(3))))
print(run(v("through a name")))
del d[asyncio.run(v("x"))]
with asyncio.run(v(open(__import__("os").devnull))) as devnull:
    print(devnull.name == __import__("os").devnull)
for i in asyncio.run(v(range(2))): print(i, end=" ")
print(asyncio.run(v(1)) or 2 and asyncio.run(v(3)), not asyncio.run(v(1)) == 1)
