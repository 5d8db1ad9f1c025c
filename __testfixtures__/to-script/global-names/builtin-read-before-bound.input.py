import asyncio

async with asyncio.Lock():
    print(len("ab"))
len = 3
for id in range(2):
    print(id)
input = await asyncio.sleep(0, "in")
print(len, input)
