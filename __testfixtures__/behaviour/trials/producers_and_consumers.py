import asyncio
async def producer(q, n):
    for i in range(n): await q.put(i)
    await q.join()
async def consumer(name, q, out):
    try:
        while True:
            x = await q.get(); out.append(x * x); q.task_done()
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
async def main():
    q, out = asyncio.Queue(2), []
    cs = [asyncio.create_task(consumer(f"c{i}", q, out)) for i in range(2)]
    await producer(q, 5)
    print(sorted(out))
asyncio.run(main())
print("end")
