import asyncio


async def fetch():
    await asyncio.sleep(0)
    return [3, 1, 2]


print(sorted([2, 1]))
q = asyncio.Queue()
q.put_nowait("x")
list = await fetch()
input = await q.get()
sum = 0
for id in list:
    sum += id
print(sum, input, list)


def later():
    return sum, max(list)


print(later())
