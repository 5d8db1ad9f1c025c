from asyncio import get_event_loop, run


async def main():
    return get_event_loop().time() > 0


print(run(main()))
