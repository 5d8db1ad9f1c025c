from asyncio import get_event_loop, run


async def main():
    return await get_event_loop().run_in_executor(None, int, "1")


print(run(main()))
