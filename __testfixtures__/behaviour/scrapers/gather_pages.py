"""Fetches a handful of pages from a site that lives in this file, a few at a time."""
import asyncio

PAGES = {f"/page/{n}": f"<title>Page {n}</title>" * n for n in range(1, 6)}


async def fetch(path, gate):
    async with gate:
        await asyncio.sleep(0.001 * len(path))
        return path, len(PAGES[path])


async def main(paths):
    gate = asyncio.Semaphore(2)
    results = await asyncio.gather(*(fetch(path, gate) for path in paths))
    return dict(results)


if __name__ == "__main__":
    sizes = asyncio.run(main(sorted(PAGES)))
    for path, size in sorted(sizes.items()):
        print(path, size)
    print("total", sum(sizes.values()))
