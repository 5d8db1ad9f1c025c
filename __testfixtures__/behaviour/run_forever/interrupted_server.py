import asyncio
import os
import signal


async def handle(reader, writer):
    writer.close()


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
server = loop.run_until_complete(asyncio.start_server(handle, "127.0.0.1", 0))
loop.call_later(0.05, os.kill, os.getpid(), signal.SIGINT)
try:
    loop.run_forever()
except KeyboardInterrupt:
    pass
finally:
    server.close()
    print("closed")
    loop.close()
