import asyncio

async def agen(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i

total = 0
async for i in agen(4):
    total += i
    if total > 2:
        print("more than two at", i)
        break
else:
    print("never")

print([x * 2 async for x in agen(3) if x])
print(total)
