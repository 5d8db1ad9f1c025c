import asyncio
from contextlib import closing


async def main():
    await asyncio.sleep(0)
    print("inside")
    return "result"


with closing(asyncio.new_event_loop()) as loop:
    answer = loop.run_until_complete(main())
print(answer)
