import asyncio
async def f(x): return x
print(sum(asyncio.run(f(i)) for i in range(4)))
print(list(map(lambda i: asyncio.run(f(i)), range(3))))
def gen(n):
    for i in range(n):
        yield asyncio.run(f(i))
for v in gen(3): print(v)
print(any(asyncio.run(f(i)) for i in (0, 1)))
class K:
    val = asyncio.run(f(5))
    vals = [asyncio.run(f(i)) for i in range(2)]
    def m(self, d=asyncio.run(f(6))): return d
print(K.val, K.vals, K().m())
