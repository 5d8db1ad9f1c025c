import asyncio

queue = asyncio.Queue()
await queue.put(1)
await queue.put(2)

if __name__ == "__main__":
    # only as a script
    print(await queue.get())

print(await queue.get())
