"""Each job of a pool crawls its own part, with its own loop."""
import asyncio
from concurrent.futures import ThreadPoolExecutor, as_completed


async def fetch(page):
    await asyncio.sleep(0)
    return f"page {page}"


async def crawl(pages):
    return await asyncio.gather(*[fetch(page) for page in pages])


def part(start):
    return start, asyncio.run(crawl(range(start, start + 2)))


with ThreadPoolExecutor(max_workers=2) as pool:
    futures = {pool.submit(part, start): start for start in (0, 2, 4)}
    found = dict(future.result() for future in as_completed(futures))
for start in sorted(found):
    print(start, found[start])
