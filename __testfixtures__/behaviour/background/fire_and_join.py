import asyncio

results = {}


async def compute(key, n):
    await asyncio.sleep(0.001 * (5 - n))
    results[key] = n ** 2


async def main():
    tasks = {asyncio.create_task(compute(f"k{n}", n)) for n in range(5)}
    done, pending = await asyncio.wait(tasks)
    print(len(done), len(pending))


asyncio.run(main())
print(sorted(results.items()))
