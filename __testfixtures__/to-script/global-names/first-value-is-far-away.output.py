import asyncio

total = 0
label = None
print("a")
print("b")
print("c")
print("d")
print("e")


async def main():
    global total
    lock = asyncio.Lock()
    async with lock:
        total += 1
    label = "sum"
    print(label, total)


if __name__ == "__main__":
    asyncio.run(main())
