import asyncio, sys, time
from concurrent.futures import ThreadPoolExecutor
class Progress:
    def __init__(self, total): self.total, self.done = total, 0
    def __call__(self, fut): self.done += 1; print(f"{self.done}/{self.total}")
async def dl(i): await asyncio.sleep(0.01 * i); return i
async def crawl(n, cb):
    ts = []
    for i in range(n):
        t = asyncio.ensure_future(dl(i)); t.add_done_callback(cb); ts.append(t)
    return [await t for t in asyncio.as_completed(ts)]
def crawl_sync(n): return asyncio.run(crawl(n, Progress(n)))
if __name__ == '__main__':
    for n in 1, 3: print(crawl_sync(n))
