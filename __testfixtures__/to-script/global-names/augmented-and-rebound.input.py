import asyncio

total = 0
label = None
lock = asyncio.Lock()
async with lock:
    total += 1
for i in range(3):
    total = total + i
label = "sum"
print(label, total)
