import asyncio
def make():
    count = 0
    async def inc(by=1):
        nonlocal count
        await asyncio.sleep(0); count += by; return count
    def up(by=1): return asyncio.run(inc(by))
    def total():
        nonlocal count
        count += asyncio.run(inc()); return count
    return up, total
up, total = make()
print(up(), up(5), total())
def outer():
    async def c(): return 1
    x = asyncio.run(c())
    def inner(): return x + asyncio.run(c())
    return inner()
print(outer())
fs = []
for i in range(3):
    async def f(): return i
    fs.append(f)
print([asyncio.run(f()) for f in fs])
