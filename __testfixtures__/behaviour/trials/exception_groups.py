import asyncio
async def bad(n):
    await asyncio.sleep(0.01 * n)
    raise ValueError(n)
async def main():
    async with asyncio.TaskGroup() as tg:
        for i in range(3): tg.create_task(bad(i))
try:
    asyncio.run(main())
except* ValueError as eg:
    print([str(e) for e in eg.exceptions])
async def t():
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1)
    except TimeoutError: print("timeout")
    raise SystemExit(4)
asyncio.run(t())
