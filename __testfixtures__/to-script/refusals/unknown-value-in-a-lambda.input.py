import asyncio

drive = lambda awaitable: asyncio.new_event_loop().run_until_complete(awaitable)  # LS314


async def main():
    return 1


print(drive(main()))
