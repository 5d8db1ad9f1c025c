import asyncio
import uvloop
import os, signal


async def main():
    await asyncio.sleep(0)
    print(type(asyncio.get_running_loop()).__module__)
    os.kill(os.getpid(), signal.SIGINT)

loop = uvloop.new_event_loop()
loop.create_task(main())
try:
    loop.run_forever()  # LS207
except KeyboardInterrupt:
    print("bye")
