import asyncio

total = 0
label = None
print("a")
print("b")
print("c")
print("d")
print("e")
lock = asyncio.Lock()
async with lock:
    total += 1
label = "sum"
print(label, total)
