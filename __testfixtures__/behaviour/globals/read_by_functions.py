import asyncio


async def load(n):
    await asyncio.sleep(0)
    return list(range(n))


def summary():
    return f"{label}: {len(items)} items, last {last}"


queue = asyncio.Queue()
await queue.put(5)
label = "first"
items = await load(await queue.get())
for last in items:
    pass
print(summary())

label, items = "second", await load(2)
last = None
print(summary())
