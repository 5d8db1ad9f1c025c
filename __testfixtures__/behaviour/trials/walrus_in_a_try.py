import asyncio
async def f(x): return x
def poll():
    n = 3
    while (n := asyncio.run(f(n - 1))) > 0: print("n", n)
    return n
print(poll())
def cm():
    with open("/dev/null") as a, open(asyncio.run(f("/dev/null"))) as b: return a.closed, b.name
print(cm())
match asyncio.run(f({"k": [1, 2]})):
    case {"k": [a, *b]} if asyncio.run(f(a)): print(a, b)
def deco(x): return lambda fn: fn
@deco(asyncio.run(f(1)))
def d(): return 1
print(d())
class B(asyncio.run(f(object))): pass
print(B.__mro__[1].__name__)
def ann(x: asyncio.run(f(int)) = 1) -> asyncio.run(f(str)): pass
print(ann.__annotations__)
raise asyncio.run(f(ValueError("end"))) from None
