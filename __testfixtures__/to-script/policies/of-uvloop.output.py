import asyncio

import uvloop


async def main():
    await asyncio.sleep(0)
    print(type(asyncio.get_running_loop()).__module__)


asyncio.run(main(), loop_factory=uvloop.new_event_loop)
asyncio.run(main(), debug=True, loop_factory=uvloop.new_event_loop)  # the same again
