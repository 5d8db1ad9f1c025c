import asyncio
q = asyncio.Queue()
await q.put(1)
try:  # LS704
    print(await q.get())
except KeyboardInterrupt:
    print("bye")
finally:
    print("done")
