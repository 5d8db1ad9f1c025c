import asyncio


def start_server(loop):
    loop.call_later(0.1, print, "serving")


loop = asyncio.get_running_loop()
start_server(loop)
