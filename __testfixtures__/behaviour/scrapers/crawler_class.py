"""A crawler that follows links breadth first and never visits a page twice."""

import asyncio
from collections import deque
from urllib.parse import urljoin

LINKS = {
    "http://example.test/": ["a", "b"],
    "http://example.test/a": ["b", "c"],
    "http://example.test/b": ["/", "d"],
    "http://example.test/c": [],
    "http://example.test/d": ["missing"],
}


class Crawler:
    def __init__(self, root, max_tasks=2):
        self.root = root
        self.max_tasks = max_tasks
        self.seen = set()
        self.done = []
        self.errors = {}

    async def fetch(self, url):
        await asyncio.sleep(0.001)
        if url not in LINKS:
            raise LookupError("404: " + url)
        return LINKS[url]

    async def worker(self, queue):
        while True:
            url = await queue.get()
            try:
                for link in await self.fetch(url):
                    full = urljoin(url, link)
                    if full not in self.seen:
                        self.seen.add(full)
                        queue.put_nowait(full)
                self.done.append(url)
            except LookupError as e:
                self.errors[url] = str(e)
            finally:
                queue.task_done()

    async def crawl(self):
        queue = asyncio.Queue()
        self.seen.add(self.root)
        queue.put_nowait(self.root)
        workers = [asyncio.ensure_future(self.worker(queue)) for _ in range(self.max_tasks)]
        await queue.join()
        for w in workers:
            w.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        return len(self.done)


crawler = Crawler("http://example.test/")
count = asyncio.run(crawler.crawl())
print("visited", count)
for url in sorted(crawler.done):
    print(" ", url)
for url, why in crawler.errors.items():
    print("!", why)
