import asyncio


async def big(n):
    await asyncio.sleep(0)
    return "x" * n


q = asyncio.Queue(1)
await q.put(await big(10))
data = await q.get()
size = len(data)
del data
try:
    data
except NameError:
    print("gone", size)


def restore():
    global data
    data = "again"


restore()
print(data)
