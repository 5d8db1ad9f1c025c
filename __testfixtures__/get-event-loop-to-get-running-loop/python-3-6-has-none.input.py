import asyncio


async def main():
    return asyncio.get_event_loop()
