import asyncio

queue = asyncio.Queue()
await queue.put(1)
for attempt in range(2):  # LS704
    try:
        print(await queue.get())
        break
    except KeyboardInterrupt:
        print('stopped')
