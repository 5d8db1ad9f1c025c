import asyncio


async def work(x):
    await asyncio.sleep(0)
    return x * 2


async def main():
    tasks = [asyncio.create_task(work(i)) for i in range(3)]
    done = await asyncio.gather(*tasks)
    print(done)


if __name__ == "__main__":
    asyncio.run(main())
