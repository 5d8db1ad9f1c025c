# start a server, run_forever
import asyncio


def start_server(loop):
    loop.call_later(0.1, print, "serving")


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
start_server(loop)
loop.run_forever()
