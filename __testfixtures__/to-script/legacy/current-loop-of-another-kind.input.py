import asyncio
from asyncio import events


class Loud(asyncio.SelectorEventLoop):
    pass


async def main():
    print(type(asyncio.get_running_loop()).__name__)


events.set_event_loop(Loud())
loop = asyncio.get_event_loop()
loop.run_until_complete(main())  # LS304
