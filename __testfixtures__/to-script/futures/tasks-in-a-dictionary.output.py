import asyncio
async def get(n):
    await asyncio.sleep(0.001*n)
    return n
futures = {}


async def main():
    for i in range(3):
        futures[i] = asyncio.ensure_future(get(i))
    await asyncio.wait(futures.values())
    print({k: f.result() for k, f in futures.items()})


if __name__ == "__main__":
    asyncio.run(main())
