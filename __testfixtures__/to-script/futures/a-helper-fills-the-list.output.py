import asyncio
tasks = []
async def get(n):
    await asyncio.sleep(0.001*n)
    return n
def start(n):
    tasks.append(asyncio.ensure_future(get(n)))


async def main():
    for i in range(3):
        start(i)
    print(await asyncio.gather(*tasks))


if __name__ == "__main__":
    asyncio.run(main())
