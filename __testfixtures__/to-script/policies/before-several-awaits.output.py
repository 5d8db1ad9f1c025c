import asyncio

import uvloop


async def main():
    lock = asyncio.Lock()
    async with lock:
        print("once")
    async with lock:
        print("again")


if __name__ == "__main__":
    asyncio.run(main(), loop_factory=uvloop.new_event_loop)
