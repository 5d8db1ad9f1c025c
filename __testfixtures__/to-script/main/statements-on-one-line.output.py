import asyncio


async def main():
    q = asyncio.Queue(); await q.put(1); print(await q.get())
    import json; print(json.dumps(1))
    if True: print(await asyncio.sleep(0, 2))


if __name__ == "__main__":
    asyncio.run(main())
