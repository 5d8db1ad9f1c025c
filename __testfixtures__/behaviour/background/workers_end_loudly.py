import asyncio
async def worker(q, out):
    try:
        while True:
            x = await q.get()
            out.append(x); q.task_done()
    finally:
        print("worker ends")
async def main():
    q = asyncio.Queue(); out = []
    for i in range(4): q.put_nowait(i)
    ws = [asyncio.create_task(worker(q, out)) for _ in range(2)]
    await q.join()
    for w in ws: w.cancel()
    print(sorted(out))
asyncio.run(main())
print("end")
