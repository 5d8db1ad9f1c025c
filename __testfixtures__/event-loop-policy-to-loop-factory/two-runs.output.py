import asyncio

import uvloop


async def main():
    return 42


print(asyncio.run(main(), loop_factory=uvloop.new_event_loop))
print(asyncio.run(main(), loop_factory=uvloop.new_event_loop))
