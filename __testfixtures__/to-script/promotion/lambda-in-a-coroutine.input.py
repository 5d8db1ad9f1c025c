import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


async def main():
    work = lambda: asyncio.run(get(1))  # LS213
    here = lambda: asyncio.run(get(2))  # LS201
    return await asyncio.get_running_loop().run_in_executor(None, work), here


print(asyncio.run(main())[0])
