import asyncio


async def main():
    await asyncio.sleep(0)
    return 42


import uvloop

asyncio.run(main(), loop_factory=uvloop.new_event_loop)  # LS207
