import asyncio


async def fail(n):
    await asyncio.sleep(0)
    if n % 2:
        raise ValueError(f"odd: {n}")
    return n


async def main():
    async with asyncio.TaskGroup() as group:
        for n in range(4):
            group.create_task(fail(n))


try:
    asyncio.run(main())
except* ValueError as eg:
    for error in sorted(eg.exceptions, key=str):
        print(error)
print("survived")
