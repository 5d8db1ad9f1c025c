import asyncio
import threading

import uvloop


async def main():
    print("main")


asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())  # LS391
other = asyncio.new_event_loop()
threading.Thread(target=other.run_forever, daemon=True).start()
asyncio.run(main())
other.call_soon_threadsafe(other.stop)
