from asyncio import get_event_loop


async def main():
    return "chained"


print(get_event_loop().run_until_complete(main()).title())
