import asyncio
async def get(n):
    await asyncio.sleep(0.001*n)
    return n
tasks = []


async def main():
    for i in range(3):
        task = asyncio.ensure_future(get(i))
        tasks.append(task)
    results = await asyncio.gather(*tasks)
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
