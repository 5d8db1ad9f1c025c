import asyncio, queue, threading
q = queue.Queue(); res = queue.Queue()
async def handle(x): await asyncio.sleep(0.001); return x + 1
def worker():
    while True:
        x = q.get()
        if x is None: break
        res.put(asyncio.run(handle(x)))
t = threading.Thread(target=worker); t.start()
for i in range(3): q.put(i)
q.put(None); t.join()
print([res.get() for _ in range(3)])
class W(threading.Thread):
    def run(self): self.r = asyncio.run(handle(9))
w = W(); w.start(); w.join(); print(w.r)
