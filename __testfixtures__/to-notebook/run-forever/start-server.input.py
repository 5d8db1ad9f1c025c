import asyncio


def start_server(loop):
    loop.call_later(0.1, print, "serving")


loop = asyncio.get_event_loop()
start_server(loop)
loop.run_forever()
loop.close()
